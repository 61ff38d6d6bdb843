// Matrix products with a right factor that was rearranged once and is used many times.
//
// The right factor is cut into panels of PANEL columns, each kept row after row, so that a tile of
// the product reads it from front to back. The terms of an element are added in blocks of the inner
// index: same bits for the same sizes, whatever else runs.
//
// A recurrent step multiplies few rows with weights that are larger than the near caches, so each
// tile fetches a part of the next panel while it computes; without that a step waits for memory for
// up to a third of its time. A block of the left factor is copied first: its rows are then a fixed
// distance apart, which the instructions hold, and do not fall on top of each other in the cache.

#define PANEL (2 * LANES)
/// How far apart the rows of the left factor's copy are; no power of two.
#define LEFT_STEP (INNER_BLOCK + 8)
/// How many rows of a panel a tile goes through for each row that it fetches of the next one.
#define ROWS_PER_FETCH 4
/// How many numbers a line of the caches holds.
#define CACHE_LINE (64 / sizeof(REAL))

/// How many numbers a rearranged factor takes.
static size_t NAME(packed_count)(size_t inner, size_t columns) {
    return (columns + PANEL - 1) / PANEL * PANEL * inner;
}

/// Rearranges a factor whose row k is at rows[k].
static void NAME(pack)(size_t inner, size_t columns, const REAL *const *rows, REAL *packed) {
    for (size_t start = 0; start < columns; start += PANEL) {
        size_t width = columns - start < PANEL ? columns - start : PANEL;
        for (size_t k = 0; k < inner; ++k) {
            for (size_t j = 0; j < width; ++j) packed[j] = rows[k][start + j];
            for (size_t j = width; j < PANEL; ++j) packed[j] = 0;
            packed += PANEL;
        }
    }
}

/// Rearranges a factor whose column n is at columns_at[n].
static void NAME(pack_transposed)(size_t inner, size_t columns, const REAL *const *columns_at,
                                  REAL *packed) {
    for (size_t start = 0; start < columns; start += PANEL) {
        // A few rows of the panel at a time, so that what is written stays close at hand.
        for (size_t first = 0; first < inner; first += 64) {
            size_t last = first + 64 < inner ? first + 64 : inner;
            for (size_t j = 0; j < PANEL; ++j) {
                const REAL *column = start + j < columns ? columns_at[start + j] : NULL;
                for (size_t k = first; k < last; ++k)
                    packed[k * PANEL + j] = column ? column[k] : 0;
            }
        }
        packed += inner * PANEL;
    }
}

/// Adds the products of a column of the left factor with a row of each panel, and goes on.
#define PACKED_STEP(ROWS, PANELS)                                                                  \
    {                                                                                              \
        V right[2 * PANELS];                                                                       \
        _Pragma("clang loop unroll(full)")                                                         \
        for (int j = 0; j < 2 * PANELS; ++j)                                                       \
            right[j] = NAME(load)(b + (j / 2) * panel_step + (j % 2) * LANES);                     \
        _Pragma("clang loop unroll(full)")                                                         \
        for (int i = 0; i < ROWS; ++i) {                                                           \
            V left = NAME(splat)(a[i * LEFT_STEP]);                                                \
            _Pragma("clang loop unroll(full)")                                                     \
            for (int j = 0; j < 2 * PANELS; ++j)                                                   \
                sum[i][j] = __builtin_elementwise_fma(left, right[j], sum[i][j]);                  \
        }                                                                                          \
        ++a;                                                                                       \
        b += PANEL;                                                                                \
    }

/// Adds the products of some rows with some panels to C, and fetches rows from `next` on.
#define PACKED_TILE(ROWS, PANELS)                                                                  \
    static void NAME(packed_##ROWS##_##PANELS)(size_t inner, const REAL *a, const REAL *b,         \
                                               size_t panel_step, const REAL *next, REAL *c,       \
                                               size_t c_step, size_t columns) {                    \
        V sum[ROWS][2 * PANELS] = {};                                                              \
        /* C is far away and read at the end: fetch it meanwhile. */                               \
        for (int i = 0; i < ROWS; ++i) {                                                           \
            __builtin_prefetch(c + i * c_step, 1);                                                 \
            __builtin_prefetch(c + i * c_step + PANELS * PANEL - 1, 1);                            \
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
                    NAME(store)(to, NAME(load)(to) + sum[i][j]);                                   \
                } else if (columns > j * LANES) {                                                  \
                    size_t left = columns - j * LANES;                                             \
                    NAME(store_some)(to, NAME(load_some)(to, left) + sum[i][j], left);             \
                }                                                                                  \
            }                                                                                      \
        }                                                                                          \
    }

PACKED_TILE(1, 1)
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

/// Adds the products of up to TILE_ROWS rows with one panel to C.
INLINE void NAME(packed_rows)(size_t rows, size_t inner, const REAL *a, const REAL *b,
                              const REAL *next, REAL *c, size_t c_step, size_t columns) {
#define CASE(ROWS)                                                                                 \
    case ROWS: NAME(packed_##ROWS##_1)(inner, a, b, 0, next, c, c_step, columns); break;
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
/// `a` has its rows LEFT_STEP apart. `after` is the panel that is read after the last one of these.
static void NAME(packed_block)(size_t rows, size_t columns, size_t inner, const REAL *a,
                               const REAL *b, size_t panel_step, const REAL *after, REAL *c,
                               size_t c_step) {
    size_t tiles = (rows + TILE_ROWS - 1) / TILE_ROWS;
    size_t start = 0;
    // One or two rows alone would wait for their own sums: give them several panels at a time.
    if (rows == 1) {
        for (; start + 4 * PANEL <= columns; start += 4 * PANEL, b += 4 * panel_step)
            NAME(packed_1_4)(inner, a, b, panel_step, b, c + start, c_step, 4 * PANEL);
    } else if (rows == 2) {
        for (; start + 2 * PANEL <= columns; start += 2 * PANEL, b += 2 * panel_step)
            NAME(packed_2_2)(inner, a, b, panel_step, b, c + start, c_step, 2 * PANEL);
    }
    for (; start < columns; start += PANEL, b += panel_step) {
        size_t row = 0;
        const REAL *next = start + PANEL < columns ? b + panel_step : after;
        for (size_t tile = 0; tile < tiles; ++tile) {
            // Tiles of nearly equal height, none of them too low to keep the processor busy.
            size_t height = rows / tiles + (tile < rows % tiles);
            NAME(packed_rows)(height, inner, a + row * LEFT_STEP, b, next, c + row * c_step + start,
                              c_step, columns - start);
            row += height;
            // The first tiles fetch the next panel; this one is near, so that it costs no time.
            next = tile + 1 < ROWS_PER_FETCH ? next + inner / ROWS_PER_FETCH * PANEL : b;
        }
    }
}

/// C (rows x columns) += A (rows x inner) B, where B was rearranged by `pack`.
static void NAME(packed_product)(size_t rows, size_t columns, size_t inner, const REAL *a,
                                 size_t a_step, const REAL *packed, REAL *c, size_t c_step) {
    REAL left[ROW_BLOCK * LEFT_STEP];
    size_t blocks = (inner + INNER_BLOCK - 1) / INNER_BLOCK;
    for (size_t row = 0; row < rows; row += ROW_BLOCK) {
        size_t height = rows - row < ROW_BLOCK ? rows - row : ROW_BLOCK;
        for (size_t block = 0; block < blocks; ++block) {
            size_t first = inner * block / blocks, last = inner * (block + 1) / blocks;
            for (size_t i = 0; i < height; ++i)
                __builtin_memcpy(left + i * LEFT_STEP, a + (row + i) * a_step + first,
                                 (last - first) * sizeof(REAL));
            // The next block, or the first one of the next step.
            const REAL *after = block + 1 < blocks ? packed + last * PANEL : packed;
            NAME(packed_block)(height, columns, last - first, left, packed + first * PANEL,
                               inner * PANEL, after, c + row * c_step, c_step);
        }
    }
}
