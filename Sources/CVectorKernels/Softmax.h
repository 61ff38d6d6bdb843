// Softmax, for cross-entropy.

/// exp(x - max) divided by its sum, row by row; the sum is computed in the order of the columns.
static void NAME(softmax)(size_t rows, size_t columns, const REAL *logits, REAL *probabilities) {
    for (size_t row = 0; row < rows; ++row) {
        const REAL *x = logits + row * columns;
        REAL *p = probabilities + row * columns;
        REAL most = x[0], sum = 0;
        for (size_t k = 1; k < columns; ++k) most = x[k] > most ? x[k] : most;
        OVER_LANES(columns, {
            NAME(store_some)(p + k, NAME(exponential)(NAME(load_some)(x + k, left) - most), left);
        })
        for (size_t k = 0; k < columns; ++k) sum += p[k];
        for (size_t k = 0; k < columns; ++k) p[k] = p[k] / sum;
    }
}
