// Matrix products as plain loops: every element of C adds its terms in the order of k, independent
// of the tiling, so that the result has identical bits on every processor.

/// Vectors of 16 bytes, for columns that do not fill a wider one.
typedef REAL NAME(quarter) __attribute__((vector_size(16)));
#define QUARTER NAME(quarter)
#define QUARTER_LANES (16 / sizeof(REAL))

/// C (m x n) += A (m x k) B (k x n), for up to four rows and `WIDTH` vectors of columns.
#define TILE(NAME_, ROWS, WIDTH, VECTOR)                                                           \
    INLINE void NAME(NAME_)(size_t inner, const REAL *a, size_t row_step, size_t column_step,      \
                            const REAL *b, size_t b_step, REAL *c, size_t c_step) {                \
        enum { lanes = sizeof(VECTOR) / sizeof(REAL) };                                            \
        VECTOR sum[ROWS][WIDTH];                                                                   \
        for (int i = 0; i < ROWS; ++i)                                                             \
            for (int j = 0; j < WIDTH; ++j)                                                        \
                __builtin_memcpy(&sum[i][j], c + i * c_step + j * lanes, sizeof(VECTOR));          \
        for (size_t k = 0; k < inner; ++k) {                                                       \
            for (int i = 0; i < ROWS; ++i) {                                                       \
                REAL left = a[i * row_step + k * column_step];                                     \
                for (int j = 0; j < WIDTH; ++j) {                                                  \
                    VECTOR right;                                                                  \
                    __builtin_memcpy(&right, b + k * b_step + j * lanes, sizeof(VECTOR));          \
                    sum[i][j] = sum[i][j] + left * right;                                          \
                }                                                                                  \
            }                                                                                      \
        }                                                                                          \
        for (int i = 0; i < ROWS; ++i)                                                             \
            for (int j = 0; j < WIDTH; ++j)                                                        \
                __builtin_memcpy(c + i * c_step + j * lanes, &sum[i][j], sizeof(VECTOR));          \
    }

TILE(tile_4_by_2, 4, 2, V)
TILE(tile_4_by_1, 4, 1, V)
TILE(tile_1_by_8, 1, 8, V)
TILE(tile_1_by_4, 1, 4, V)
TILE(tile_1_by_2, 1, 2, V)
TILE(tile_1_by_1, 1, 1, V)
TILE(quarter_4_by_1, 4, 1, QUARTER)
TILE(quarter_1_by_1, 1, 1, QUARTER)
#undef TILE

/// Computes the columns that do not fill a vector, one element at a time.
INLINE void NAME(tile_rest)(size_t rows, size_t columns, size_t inner, const REAL *a,
                            size_t row_step, size_t column_step, const REAL *b, size_t b_step,
                            REAL *c, size_t c_step) {
    for (size_t i = 0; i < rows; ++i) {
        for (size_t j = 0; j < columns; ++j) {
            REAL sum = c[i * c_step + j];
            for (size_t k = 0; k < inner; ++k)
                sum = sum + a[i * row_step + k * column_step] * b[k * b_step + j];
            c[i * c_step + j] = sum;
        }
    }
}

/// C (rows x columns) += A (rows x inner) B (inner x columns); A has arbitrary strides.
static void NAME(product)(size_t rows, size_t columns, size_t inner, const REAL *a,
                          size_t row_step, size_t column_step, const REAL *b, size_t b_step,
                          REAL *c, size_t c_step) {
    size_t i = 0;
#define AT a + i * row_step, row_step, column_step, b + j, b_step, c + i * c_step + j, c_step
    for (; i + 4 <= rows; i += 4) {
        size_t j = 0;
        for (; j + 2 * LANES <= columns; j += 2 * LANES) NAME(tile_4_by_2)(inner, AT);
        for (; j + LANES <= columns; j += LANES) NAME(tile_4_by_1)(inner, AT);
        for (; j + QUARTER_LANES <= columns; j += QUARTER_LANES) NAME(quarter_4_by_1)(inner, AT);
        NAME(tile_rest)(4, columns - j, inner, AT);
    }
    for (; i < rows; ++i) {
        size_t j = 0;
        for (; j + 8 * LANES <= columns; j += 8 * LANES) NAME(tile_1_by_8)(inner, AT);
        for (; j + 4 * LANES <= columns; j += 4 * LANES) NAME(tile_1_by_4)(inner, AT);
        for (; j + 2 * LANES <= columns; j += 2 * LANES) NAME(tile_1_by_2)(inner, AT);
        for (; j + LANES <= columns; j += LANES) NAME(tile_1_by_1)(inner, AT);
        for (; j + QUARTER_LANES <= columns; j += QUARTER_LANES) NAME(quarter_1_by_1)(inner, AT);
        NAME(tile_rest)(1, columns - j, inner, AT);
    }
#undef AT
}
