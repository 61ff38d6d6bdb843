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

/// How far apart the columns of the left factor's copy are where it is kept by columns.
#define LEFT_COLUMN_STEP ROW_BLOCK

#define LAYOUT(NAME_) NAME(by_rows_##NAME_)
#define ROW_STEP LEFT_STEP
#define INNER_STEP 1
#include "PackedTiles.h"

#define LAYOUT(NAME_) NAME(by_columns_##NAME_)
#define ROW_STEP 1
#define INNER_STEP LEFT_COLUMN_STEP
#include "PackedTiles.h"

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
            NAME(by_rows_packed_block)(height, columns, last - first, left, packed + first * PANEL,
                               inner * PANEL, after, c + row * c_step, c_step);
        }
    }
}

// MARK: - Products of two factors that are used once

/// How many numbers a product needs room for: a block of the right factor, rearranged.
static size_t NAME(product_room)(size_t columns) { return NAME(packed_count)(INNER_BLOCK, columns); }

/// Rearranges some rows of a factor, which are `step` apart.
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

/// C (rows x columns) += A B, or A' B where A is stored as [inner, rows]; rows are `step` apart.
///
/// A block of the inner index at a time, all of C goes by, so that neither factor is rearranged twice.
/// Each element takes its terms in the order of the inner index, in blocks: the same bits for the same
/// sizes of a row, whatever rows are computed together.
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

// MARK: - What the processor can do at most

/// Does `rounds` times 12 fused multiplications and additions of vectors that do not wait for
/// each other.
static double NAME(peak)(size_t rounds) {
    enum { sums = 12 };
    V sum[sums], factor = NAME(splat)((REAL)0.5), term = NAME(splat)((REAL)0.25);
    for (int i = 0; i < sums; ++i) sum[i] = NAME(splat)((REAL)i);
    for (size_t round = 0; round < rounds; ++round) {
        _Pragma("clang loop unroll(full)")
        for (int i = 0; i < sums; ++i) sum[i] = __builtin_elementwise_fma(sum[i], factor, term);
        // Keeps the compiler from seeing through the loop.
        __asm__ volatile("" : "+x"(factor));
    }
    V all = {};
    for (int i = 0; i < sums; ++i) all += sum[i];
    double result = 0;
    for (size_t lane = 0; lane < LANES; ++lane) result += (double)all[lane];
    return result;
}

/// How many operations a round of `peak` has: a multiplication and an addition in each lane.
static size_t NAME(peak_operations)(void) { return 12 * LANES * 2; }
