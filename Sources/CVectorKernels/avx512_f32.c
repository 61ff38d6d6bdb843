// The build for float on processors with AVX-512, chosen at run time.

#include "CVectorKernels.h"

#if defined(__x86_64__)

#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx2,fma"))), apply_to = function)

#define BUILD "avx512"
#define BYTES 64
#define ACCURATE 0
#define TILE_ROWS 12
#define ROW_BLOCK 96
#define INNER_BLOCK 320
#define SUFFIX f32
#define TABLE_NAME vector_kernels_avx512

#include "Names.h"
#include "Float.h"
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
