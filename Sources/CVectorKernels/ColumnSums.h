// Sums over rows, for the gradients of biases.

/// Adds the elements of each column j to sums[j], row by row.
static void NAME(column_sums)(size_t rows, size_t columns, const REAL *a, size_t row_step,
                              REAL *sums) {
    for (size_t row = 0; row < rows; ++row) {
        OVER_LANES(columns, {
            NAME(store_some)(sums + k, NAME(load_some)(sums + k, left)
                                 + NAME(load_some)(a + row * row_step + k, left), left);
        })
    }
}
