// The plain build for float: baseline instructions, no contraction, identical bits everywhere.

#include "CVectorKernels.h"

#pragma STDC FP_CONTRACT OFF

#define BUILD "plain"
#define BYTES 16
#define ACCURATE 1
#define SUFFIX f32
#define TABLE_NAME vector_kernels_plain_baseline

#include "Names.h"
#include "Float.h"
#include "VectorMath.h"
#include "Cells.h"
#include "PlainProduct.h"
#include "Softmax.h"
#include "ColumnSums.h"
#include "Updates.h"
#include "Table.h"
