// The tiles of a packed product, for one layout of the copied block of the left factor.
//
// Including files define LAYOUT(name), a name for this layout, and ROW_STEP and INNER_STEP, the
// distances between the copy's rows and between the elements of a row. Both are constants, so that
// they are encoded in the instructions.

#if ACCURATE
// A sum begins with the element of C, as with plain loops, so that the results have the same bits.
#define FIRST(TO, LEFT) NAME(load_some)(TO, LEFT)
#define LAST(SUM, TO, LEFT) (SUM)
#define MULTIPLY_ADD(A, B, SUM) ((SUM) + (A) * (B))
#else
#define FIRST(TO, LEFT) ((V){})
#define LAST(SUM, TO, LEFT) ((SUM) + NAME(load_some)(TO, LEFT))
#define MULTIPLY_ADD(A, B, SUM) __builtin_elementwise_fma(A, B, SUM)
#endif

/// Adds the products of a column of the left factor with a row of each panel, and advances.
#define PACKED_STEP(ROWS, PANELS)                                                                  \
    {                                                                                              \
        V right[2 * PANELS];                                                                       \
        _Pragma("clang loop unroll(full)")                                                         \
        for (int j = 0; j < 2 * PANELS; ++j)                                                       \
            right[j] = NAME(load)(b + (j / 2) * panel_step + (j % 2) * LANES);                     \
        _Pragma("clang loop unroll(full)")                                                         \
        for (int i = 0; i < ROWS; ++i) {                                                           \
            V left = NAME(splat)(a[i * ROW_STEP]);                                                 \
            _Pragma("clang loop unroll(full)")                                                     \
            for (int j = 0; j < 2 * PANELS; ++j)                                                   \
                sum[i][j] = MULTIPLY_ADD(left, right[j], sum[i][j]);                               \
        }                                                                                          \
        a += INNER_STEP;                                                                           \
        b += PANEL;                                                                                \
    }

/// Adds the products of some rows with some panels to C, and prefetches rows from `next` on.
#define PACKED_TILE(ROWS, PANELS)                                                                  \
    static void LAYOUT(packed_##ROWS##_##PANELS)(size_t inner, const REAL *a, const REAL *b,         \
                                               size_t panel_step, const REAL *next, REAL *c,       \
                                               size_t c_step, size_t columns) {                    \
        V sum[ROWS][2 * PANELS];                                                                   \
        /* C is far away and may be read at the end: fetch it meanwhile. */                        \
        for (int i = 0; i < ROWS; ++i) {                                                           \
            __builtin_prefetch(c + i * c_step, 1);                                                 \
            __builtin_prefetch(c + i * c_step + PANELS * PANEL - 1, 1);                            \
        }                                                                                          \
        _Pragma("clang loop unroll(full)")                                                         \
        for (int i = 0; i < ROWS; ++i) {                                                           \
            _Pragma("clang loop unroll(full)")                                                     \
            for (int j = 0; j < 2 * PANELS; ++j)                                                   \
                sum[i][j] = columns > j * LANES                                                    \
                    ? FIRST(c + i * c_step + j * LANES, columns - j * LANES) : (V){};              \
        }                                                                                          \
        size_t k = 0;                                                                              \
        for (; k + ROWS_PER_FETCH <= inner; k += ROWS_PER_FETCH, next += PANEL) {                  \
            for (size_t j = 0; j < PANEL; j += CACHE_LINE) __builtin_prefetch(next + j);           \
            _Pragma("clang loop unroll(full)")                                                     \
            for (int i = 0; i < ROWS_PER_FETCH; ++i) PACKED_STEP(ROWS, PANELS)                     \
        }                                                                                          \
        for (; k < inner; ++k) PACKED_STEP(ROWS, PANELS)                                           \
        _Pragma("clang loop unroll(full)")                                                         \
        for (int i = 0; i < ROWS; ++i) {                                                           \
            _Pragma("clang loop unroll(full)")                                                     \
            for (int j = 0; j < 2 * PANELS; ++j) {                                                 \
                REAL *to = c + i * c_step + j * LANES;                                             \
                if (columns >= (j + 1) * LANES) {                                                  \
                    NAME(store)(to, LAST(sum[i][j], to, LANES));                                   \
                } else if (columns > j * LANES) {                                                  \
                    size_t left = columns - j * LANES;                                             \
                    NAME(store_some)(to, LAST(sum[i][j], to, left), left);                         \
                }                                                                                  \
            }                                                                                      \
        }                                                                                          \
    }

PACKED_TILE(1, 1)
PACKED_TILE(1, 2)
PACKED_TILE(1, 4)
PACKED_TILE(2, 1)
PACKED_TILE(2, 2)
PACKED_TILE(3, 1)
PACKED_TILE(4, 1)
PACKED_TILE(5, 1)
PACKED_TILE(6, 1)
#if TILE_ROWS > 6
PACKED_TILE(7, 1)
PACKED_TILE(8, 1)
PACKED_TILE(9, 1)
PACKED_TILE(10, 1)
PACKED_TILE(11, 1)
PACKED_TILE(12, 1)
#endif
#undef PACKED_TILE
#undef PACKED_STEP
#undef FIRST
#undef LAST
#undef MULTIPLY_ADD

/// Adds the products of up to TILE_ROWS rows with one panel to C.
INLINE void LAYOUT(packed_rows)(size_t rows, size_t inner, const REAL *a, const REAL *b,
                              const REAL *next, REAL *c, size_t c_step, size_t columns) {
#define CASE(ROWS)                                                                                 \
    case ROWS: LAYOUT(packed_##ROWS##_1)(inner, a, b, 0, next, c, c_step, columns); break;
    switch (rows) {
        CASE(1)
        CASE(2)
        CASE(3)
        CASE(4)
        CASE(5)
        CASE(6)
#if TILE_ROWS > 6
        CASE(7)
        CASE(8)
        CASE(9)
        CASE(10)
        CASE(11)
        CASE(12)
#endif
    }
#undef CASE
}

/// Adds the products of a block of rows and a block of the inner index to C.
///
/// `after` is the panel that is read after the last one of these.
static void LAYOUT(packed_block)(size_t rows, size_t columns, size_t inner, const REAL *a,
                               const REAL *b, size_t panel_step, const REAL *after, REAL *c,
                               size_t c_step) {
    size_t tiles = (rows + TILE_ROWS - 1) / TILE_ROWS;
    size_t start = 0;
    // One or two rows alone would wait for their own sums, so they process several panels at a
    // time.
    if (rows == 1) {
        for (; start + 4 * PANEL <= columns; start += 4 * PANEL, b += 4 * panel_step)
            LAYOUT(packed_1_4)(inner, a, b, panel_step, b, c + start, c_step, 4 * PANEL);
        for (; start + 2 * PANEL <= columns; start += 2 * PANEL, b += 2 * panel_step)
            LAYOUT(packed_1_2)(inner, a, b, panel_step, b, c + start, c_step, 2 * PANEL);
    } else if (rows == 2) {
        for (; start + 2 * PANEL <= columns; start += 2 * PANEL, b += 2 * panel_step)
            LAYOUT(packed_2_2)(inner, a, b, panel_step, b, c + start, c_step, 2 * PANEL);
    }
    for (; start < columns; start += PANEL, b += panel_step) {
        size_t row = 0;
        const REAL *next = start + PANEL < columns ? b + panel_step : after;
        for (size_t tile = 0; tile < tiles; ++tile) {
            // Tiles of nearly equal height, none of them too low to use the processor fully.
            size_t height = rows / tiles + (tile < rows % tiles);
            LAYOUT(packed_rows)(height, inner, a + row * ROW_STEP, b, next, c + row * c_step + start,
                              c_step, columns - start);
            row += height;
            // The first tiles prefetch the next panel; this one is already in the cache, so
            // prefetching it costs nothing.
            next = tile + 1 < ROWS_PER_FETCH ? next + inner / ROWS_PER_FETCH * PANEL : b;
        }
    }
}

#undef LAYOUT
#undef ROW_STEP
#undef INNER_STEP
