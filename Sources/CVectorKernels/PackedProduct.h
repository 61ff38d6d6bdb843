// Matrix products with a right factor that is packed once and used many times.
//
// The right factor is cut into panels of PANEL columns, each stored row by row, so that a tile of
// the product reads it sequentially. The terms of an element are added in blocks of the inner
// index: identical bits for the same sizes, independent of other computations. Plain builds add every
// term to the element itself, in the order of the inner index: the bits of plain loops.
//
// A recurrent step multiplies few rows with weights that exceed the inner caches, so each tile
// prefetches a part of the next panel while it computes; otherwise a step waits for memory for up
// to a third of its time. A block of the left factor is copied first: its rows then have a fixed
// distance, which is encoded in the instructions, and do not collide in the cache.

#define PANEL (2 * LANES)
/// The distance between rows of the left factor's copy; not a power of two.
#define LEFT_STEP (INNER_BLOCK + 8)
/// The number of panel rows that a tile processes per row of the next panel that it prefetches.
#define ROWS_PER_FETCH 4
/// The number of elements in a cache line.
#define CACHE_LINE (64 / sizeof(REAL))

/// Returns the number of elements of a packed factor.
static size_t NAME(packed_count)(size_t inner, size_t columns) {
    return (columns + PANEL - 1) / PANEL * PANEL * inner;
}

/// Packs a factor whose row k is at rows[k].
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

/// Packs a factor whose column n is at columns_at[n].
static void NAME(pack_transposed)(size_t inner, size_t columns, const REAL *const *columns_at,
                                  REAL *packed) {
    for (size_t start = 0; start < columns; start += PANEL) {
        // A few rows of the panel at a time, so that what is written stays in the cache.
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

/// The distance between columns of the left factor's copy if it is stored by columns.
#define LEFT_COLUMN_STEP ROW_BLOCK

#define LAYOUT(NAME_) NAME(by_rows_##NAME_)
#define ROW_STEP LEFT_STEP
#define INNER_STEP 1
#include "PackedTiles.h"

#define LAYOUT(NAME_) NAME(by_columns_##NAME_)
#define ROW_STEP 1
#define INNER_STEP LEFT_COLUMN_STEP
#include "PackedTiles.h"

/// C (rows x columns) += A (rows x inner) B, where B was packed by `pack`.
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
            NAME(by_rows_packed_block)(height, columns, last - first, left, packed + first * PANEL,
                               inner * PANEL, after, c + row * c_step, c_step);
        }
    }
}

// MARK: - Products of two factors that are used once

/// Returns the number of elements of temporary space for a product: a packed block of the right
/// factor.
static size_t NAME(product_room)(size_t columns) { return NAME(packed_count)(INNER_BLOCK, columns); }

/// Packs some rows of a factor with row stride `step`.
static void NAME(pack_block)(size_t inner, size_t columns, const REAL *from, size_t step,
                             REAL *packed) {
    for (size_t start = 0; start < columns; start += PANEL) {
        size_t width = columns - start < PANEL ? columns - start : PANEL;
        for (size_t k = 0; k < inner; ++k, packed += PANEL) {
            const REAL *row = from + k * step + start;
            if (width == PANEL) {
                __builtin_memcpy(packed, row, PANEL * sizeof(REAL));
                continue;
            }
            for (size_t j = 0; j < width; ++j) packed[j] = row[j];
            for (size_t j = width; j < PANEL; ++j) packed[j] = 0;
        }
    }
}

/// C (rows x columns) += A B, or A' B if A is stored as [inner, rows]; rows have stride `step`.
///
/// Processes all of C for each block of the inner index, so that neither factor is packed twice.
/// Each element adds its terms in the order of the inner index, in blocks: identical bits for the
/// same sizes of a row, whichever rows are computed together.
static void NAME(large_product)(int transposes_a, size_t rows, size_t columns, size_t inner,
                                const REAL *a, size_t a_step, const REAL *b, size_t b_step,
                                REAL *room, REAL *c, size_t c_step) {
    REAL left[ROW_BLOCK * LEFT_STEP];
    size_t blocks = (inner + INNER_BLOCK - 1) / INNER_BLOCK;
    for (size_t block = 0; block < blocks; ++block) {
        size_t first = inner * block / blocks, depth = inner * (block + 1) / blocks - first;
        NAME(pack_block)(depth, columns, b + first * b_step, b_step, room);
        for (size_t row = 0; row < rows; row += ROW_BLOCK) {
            size_t height = rows - row < ROW_BLOCK ? rows - row : ROW_BLOCK;
            REAL *to = c + row * c_step;
            if (transposes_a) {
                for (size_t k = 0; k < depth; ++k)
                    __builtin_memcpy(left + k * LEFT_COLUMN_STEP, a + (first + k) * a_step + row,
                                     height * sizeof(REAL));
                NAME(by_columns_packed_block)(height, columns, depth, left, room, depth * PANEL,
                                              room, to, c_step);
            } else {
                for (size_t i = 0; i < height; ++i)
                    __builtin_memcpy(left + i * LEFT_STEP, a + (row + i) * a_step + first,
                                     depth * sizeof(REAL));
                NAME(by_rows_packed_block)(height, columns, depth, left, room, depth * PANEL, room,
                                           to, c_step);
            }
        }
    }
}

#if !ACCURATE

// MARK: - What the processor can do at most

/// Performs `rounds` times 12 independent fused multiply-adds of vectors.
static double NAME(peak)(size_t rounds) {
    enum { sums = 12 };
    V sum[sums], factor = NAME(splat)((REAL)0.5), term = NAME(splat)((REAL)0.25);
    for (int i = 0; i < sums; ++i) sum[i] = NAME(splat)((REAL)i);
    for (size_t round = 0; round < rounds; ++round) {
        _Pragma("clang loop unroll(full)")
        for (int i = 0; i < sums; ++i) sum[i] = __builtin_elementwise_fma(sum[i], factor, term);
        // Prevents the compiler from optimizing the loop away.
        __asm__ volatile("" : "+x"(factor));
    }
    V all = {};
    for (int i = 0; i < sums; ++i) all += sum[i];
    double result = 0;
    for (size_t lane = 0; lane < LANES; ++lane) result += (double)all[lane];
    return result;
}

/// Returns the number of operations per round of `peak`: a multiplication and an addition in each
/// lane.
static size_t NAME(peak_operations)(void) { return 12 * LANES * 2; }

#endif
