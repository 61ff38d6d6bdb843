// Vector kernels of the Recurrent room: element-wise steps of recurrent cells and matrix products.
//
// There is one source and several builds of it: the plain build runs on every x86-64 processor and
// yields identical bits on all of them; the others are for specific processors and yield the same
// results up to rounding. The functions are in tables, so that a caller chooses the build once per
// call and not once per element.

#ifndef CVECTORKERNELS_H
#define CVECTORKERNELS_H

#include <stddef.h>

/// The activation functions of an Elman cell, numbered like `Activation`.
enum {
    activation_identity = 0,
    activation_tanh = 1,
    activation_sigmoid = 2,
    activation_relu = 3,
    activation_hard_tanh = 4,
    activation_hard_sigmoid = 5,
};

#pragma clang assume_nonnull begin

#define DECLARE_VECTOR_KERNELS(REAL, TABLE)                                                        \
    typedef struct TABLE {                                                                         \
        const char *name;                                                                          \
        void (*activation_forward)(int kind, size_t count, const REAL *z, REAL *h);                \
        void (*activation_backward)(int kind, size_t count, const REAL *z, const REAL *h,          \
                                    const REAL *dh, REAL *dz);                                     \
        void (*lstm_forward)(size_t rows, size_t hidden, int forgets, REAL *gates,                 \
                             const REAL *before, REAL *cell, REAL *state);                         \
        void (*lstm_backward)(size_t rows, size_t hidden, int forgets, const REAL *gates,          \
                              const REAL *before, const REAL *cell, const REAL *state_gradient,    \
                              REAL *cell_gradient, REAL *gate_gradients, REAL *before_gradient);   \
        void (*gru_forward)(size_t rows, size_t hidden, REAL *gates, const REAL *before,           \
                            REAL *state);                                                          \
        void (*gru_backward)(size_t rows, size_t hidden, const REAL *gates, const REAL *before,    \
                             const REAL *state_gradient, REAL *gate_gradients,                     \
                             REAL *before_gradient);                                               \
        void (*gru_reset)(size_t rows, size_t hidden, REAL *gates, const REAL *before,             \
                          REAL *kept);                                                             \
        void (*gru_mix)(size_t rows, size_t hidden, REAL *gates, const REAL *before, REAL *state); \
        void (*gru_mix_backward)(size_t rows, size_t hidden, const REAL *gates,                    \
                                 const REAL *before, const REAL *state_gradient,                   \
                                 REAL *gate_gradients, REAL *before_gradient);                     \
        void (*gru_reset_backward)(size_t rows, size_t hidden, const REAL *gates,                  \
                                   const REAL *before, const REAL *kept_gradient,                  \
                                   REAL *gate_gradients, REAL *before_gradient);                   \
        void (*product)(size_t rows, size_t columns, size_t inner, const REAL *a,                  \
                        size_t row_step, size_t column_step, const REAL *b, size_t b_step,         \
                        REAL *c, size_t c_step);                                                   \
        void (*softmax)(size_t rows, size_t columns, const REAL *logits, REAL *probabilities);     \
        void (*column_sums)(size_t rows, size_t columns, const REAL *a, size_t row_step,           \
                            REAL *sums);                                                           \
        size_t (*_Nullable packed_count)(size_t inner, size_t columns);                            \
        void (*_Nullable pack)(size_t inner, size_t columns,                                       \
                               const REAL *_Nonnull const *_Nonnull rows, REAL *packed);           \
        void (*_Nullable pack_transposed)(size_t inner, size_t columns,                            \
                                          const REAL *_Nonnull const *_Nonnull columns_at,         \
                                          REAL *packed);                                           \
        void (*_Nullable packed_product)(size_t rows, size_t columns, size_t inner, const REAL *a, \
                                         size_t a_step, const REAL *packed, REAL *c,               \
                                         size_t c_step);                                           \
        size_t (*_Nullable product_room)(size_t columns);                                          \
        void (*_Nullable large_product)(int transposes_a, size_t rows, size_t columns,             \
                                        size_t inner, const REAL *a, size_t a_step, const REAL *b, \
                                        size_t b_step, REAL *room, REAL *c, size_t c_step);        \
        double (*_Nullable peak)(size_t rounds);                                                   \
        size_t (*_Nullable peak_operations)(void);                                                 \
    } TABLE;

DECLARE_VECTOR_KERNELS(double, VectorKernelsF64)
DECLARE_VECTOR_KERNELS(float, VectorKernelsF32)

/// Returns the build that yields identical bits on every processor.
const VectorKernelsF64 *vector_kernels_plain_f64(void);
/// Returns the build that yields identical bits on every processor.
const VectorKernelsF32 *vector_kernels_plain_f32(void);

/// The levels of the builds, beginning with the one that runs everywhere.
enum {
    vector_level_baseline = 0,
    vector_level_avx2 = 1,
    vector_level_avx512 = 2,
};

/// Returns the highest level of this processor, detected by its features rather than by its name.
int vector_level_of_processor(void);

/// Returns the level in use: the processor's, or a lower one if UNROLL_VECTOR_LEVEL is `baseline`,
/// `avx2` or `avx512` at the first call.
int vector_level(void);

/// Returns the build of a level, which the processor must support; the baseline is the plain build
/// without packed products.
const VectorKernelsF64 *vector_kernels_f64(int level);
/// Returns the build of a level, which the processor must support; the baseline is the plain build
/// without packed products.
const VectorKernelsF32 *vector_kernels_f32(int level);

/// C += A B, or Aᵀ B if A is stored as [inner, rows], by OpenBLAS; rows have stride `step`.
void library_product_f64(int transposes_a, size_t rows, size_t columns, size_t inner,
                         const double *a, size_t a_step, const double *b, size_t b_step, double *c,
                         size_t c_step);
/// C += A B, or Aᵀ B if A is stored as [inner, rows], by OpenBLAS; rows have stride `step`.
void library_product_f32(int transposes_a, size_t rows, size_t columns, size_t inner,
                         const float *a, size_t a_step, const float *b, size_t b_step, float *c,
                         size_t c_step);

/// Returns the processor type for which OpenBLAS computes, such as `Haswell`.
const char *library_processor_name(void);

#pragma clang assume_nonnull end

#endif
