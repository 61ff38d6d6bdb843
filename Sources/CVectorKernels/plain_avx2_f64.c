// The plain build for double on processors with AVX2, chosen at run time: wider vectors, no
// contraction, and therefore the bits of the other plain builds.

#include "CVectorKernels.h"

#if defined(__x86_64__)

#pragma STDC FP_CONTRACT OFF
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)

#define BUILD "plain"
#define BYTES 32
#define ACCURATE 1
#define TILE_ROWS 6
#define ROW_BLOCK 96
#define INNER_BLOCK 256
#define SUFFIX f64
#define TABLE_NAME vector_kernels_plain_avx2

#include "Names.h"
#include "Double.h"
#include "VectorMath.h"
#include "Cells.h"
#include "PlainProduct.h"
#include "PackedProduct.h"
#include "Softmax.h"
#include "ColumnSums.h"
#include "Updates.h"
#include "Table.h"

#pragma clang attribute pop

#endif
