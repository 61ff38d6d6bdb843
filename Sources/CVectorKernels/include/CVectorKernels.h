// Vector kernels of the Recurrent room: element-wise steps of recurrent cells and matrix products.
//
// One source, several builds of it: the plain build runs on every x86-64 processor and gives the
// same bits on all of them; the others are for the processor at hand and give the same results to
// rounding. Tables of functions, so that a caller chooses once per call and not once per element.

#ifndef CVECTORKERNELS_H
#define CVECTORKERNELS_H

#include <stddef.h>

/// Activation functions of an Elman cell, as `Activation` numbers them.
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

/// The build that gives the same bits on every processor.
const VectorKernelsF64 *vector_kernels_plain_f64(void);
/// The build that gives the same bits on every processor.
const VectorKernelsF32 *vector_kernels_plain_f32(void);

/// The builds, from those that run everywhere up.
enum {
    vector_level_baseline = 0,
    vector_level_avx2 = 1,
    vector_level_avx512 = 2,
};

/// The highest level that this processor has, by its features and not by its name.
int vector_level_of_processor(void);

/// The level that is used: the processor's, or a lower one that UNROLL_VECTOR_LEVEL asks for with
/// `baseline`, `avx2` or `avx512` when it is first asked for.
int vector_level(void);

/// The build of a level, which the processor must have; of the baseline the plain one, without packed
/// products.
const VectorKernelsF64 *vector_kernels_f64(int level);
/// The build of a level, which the processor must have; of the baseline the plain one, without packed
/// products.
const VectorKernelsF32 *vector_kernels_f32(int level);

/// C += A B, or Aᵀ B where A is stored as [inner, rows], by the library; rows are `step` apart.
void library_product_f64(int transposes_a, size_t rows, size_t columns, size_t inner,
                         const double *a, size_t a_step, const double *b, size_t b_step, double *c,
                         size_t c_step);
/// C += A B, or Aᵀ B where A is stored as [inner, rows], by the library; rows are `step` apart.
void library_product_f32(int transposes_a, size_t rows, size_t columns, size_t inner,
                         const float *a, size_t a_step, const float *b, size_t b_step, float *c,
                         size_t c_step);

/// The name of the kind of processor that the library computes for, such as `Haswell`.
const char *library_processor_name(void);

#pragma clang assume_nonnull end

#endif
