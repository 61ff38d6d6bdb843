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

/// The numbers of one step of Adam that all parameters share.
typedef struct AdamStep {
    /// The decays of both running means.
    double first, second;
    /// The learning rate with the correction of the first mean, and that of the second one.
    double rate, root;
    /// The number that is added to the divisor.
    double epsilon;
    /// The fraction of a parameter that is kept, and the multiple of it that is added to its gradient.
    double kept, added;
} AdamStep;

/// The kernels of one build for one number type; addresses are those of numbers of that type.
typedef struct VectorKernels {
    const char *name;
    void (*activation_forward)(int kind, size_t count, const void *z, void *h);
    void (*activation_backward)(int kind, size_t count, const void *z, const void *h,
                                const void *dh, void *dz);
    void (*lstm_forward)(size_t rows, size_t hidden, int forgets, void *gates,
                         const void *before, void *cell, void *state);
    void (*lstm_backward)(size_t rows, size_t hidden, int forgets, const void *gates,
                          const void *before, const void *cell, const void *state_gradient,
                          void *cell_gradient, void *gate_gradients, void *before_gradient);
    void (*gru_forward)(size_t rows, size_t hidden, void *gates, const void *before,
                        void *state);
    void (*gru_backward)(size_t rows, size_t hidden, const void *gates, const void *before,
                         const void *state_gradient, void *gate_gradients,
                         void *before_gradient);
    void (*gru_reset)(size_t rows, size_t hidden, void *gates, const void *before, void *kept);
    void (*gru_mix)(size_t rows, size_t hidden, void *gates, const void *before, void *state);
    void (*gru_mix_backward)(size_t rows, size_t hidden, const void *gates, const void *before,
                             const void *state_gradient, void *gate_gradients,
                             void *before_gradient);
    void (*gru_reset_backward)(size_t rows, size_t hidden, const void *gates,
                               const void *before, const void *kept_gradient,
                               void *gate_gradients, void *before_gradient);
    void (*product)(size_t rows, size_t columns, size_t inner, const void *a, size_t row_step,
                    size_t column_step, const void *b, size_t b_step, void *c, size_t c_step);
    void (*softmax)(size_t rows, size_t columns, const void *logits, void *probabilities);
    void (*column_sums)(size_t rows, size_t columns, const void *a, size_t row_step,
                        void *sums);
    size_t (*_Nullable packed_count)(size_t inner, size_t columns);
    void (*_Nullable pack)(size_t inner, size_t columns,
                           const void *_Nonnull const *_Nonnull rows, void *packed);
    void (*_Nullable pack_transposed)(size_t inner, size_t columns,
                                      const void *_Nonnull const *_Nonnull columns_at,
                                      void *packed);
    void (*_Nullable packed_product)(size_t rows, size_t columns, size_t inner, const void *a,
                                     size_t a_step, const void *packed, void *c, size_t c_step);
    size_t (*_Nullable product_room)(size_t columns);
    void (*_Nullable large_product)(int transposes_a, size_t rows, size_t columns, size_t inner,
                                    const void *a, size_t a_step, const void *b, size_t b_step,
                                    void *room, void *c, size_t c_step);
    void (*adam)(size_t count, const AdamStep *step, void *values, const void *gradients,
                 double *means, double *squares, double *_Nullable most);
    double (*sum_of_squares)(size_t count, const void *numbers);
    int (*are_finite)(size_t count, const void *numbers);
    double (*_Nullable peak)(size_t rounds);
    size_t (*_Nullable peak_operations)(void);
} VectorKernels;

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

/// Returns the build with the vectors of a level that yields identical bits for every level.
const VectorKernels *vector_kernels_plain_f64(int level);
/// Returns the build with the vectors of a level that yields identical bits for every level.
const VectorKernels *vector_kernels_plain_f32(int level);

/// Returns the build of a level, which the processor must support; the baseline is the plain build
/// without packed products.
const VectorKernels *vector_kernels_f64(int level);
/// Returns the build of a level, which the processor must support; the baseline is the plain build
/// without packed products.
const VectorKernels *vector_kernels_f32(int level);

/// C += A B, or Aᵀ B if A is stored as [inner, rows], by OpenBLAS; rows have stride `step`.
void library_product_f64(int transposes_a, size_t rows, size_t columns, size_t inner,
                         const void *a, size_t a_step, const void *b, size_t b_step, void *c,
                         size_t c_step);
/// C += A B, or Aᵀ B if A is stored as [inner, rows], by OpenBLAS; rows have stride `step`.
void library_product_f32(int transposes_a, size_t rows, size_t columns, size_t inner,
                         const void *a, size_t a_step, const void *b, size_t b_step, void *c,
                         size_t c_step);

/// Returns the processor type for which OpenBLAS computes, such as `Haswell`.
const char *library_processor_name(void);

#pragma clang assume_nonnull end

#endif
