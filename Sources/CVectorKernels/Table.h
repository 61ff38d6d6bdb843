// The table of one build of the kernels, in which addresses have no type.

#define UNTYPED(RESULT, FUNCTION, PARAMETERS, ARGUMENTS)                                           \
    static RESULT NAME(untyped_##FUNCTION) PARAMETERS { return NAME(FUNCTION) ARGUMENTS; }

UNTYPED(void, activation_forward, (int kind, size_t count, const void *z, void *h),
        (kind, count, z, h))
UNTYPED(void, activation_backward, (int kind, size_t count, const void *z, const void *h,
        const void *dh, void *dz),
        (kind, count, z, h, dh, dz))
UNTYPED(void, lstm_forward, (size_t rows, size_t hidden, int forgets, void *gates,
        const void *before, void *cell, void *state),
        (rows, hidden, forgets, gates, before, cell, state))
UNTYPED(void, lstm_backward, (size_t rows, size_t hidden, int forgets, const void *gates,
        const void *before, const void *cell, const void *state_gradient, void *cell_gradient,
        void *gate_gradients, void *before_gradient),
        (rows, hidden, forgets, gates, before, cell, state_gradient, cell_gradient,
         gate_gradients, before_gradient))
UNTYPED(void, gru_forward, (size_t rows, size_t hidden, void *gates, const void *before,
        void *state),
        (rows, hidden, gates, before, state))
UNTYPED(void, gru_backward, (size_t rows, size_t hidden, const void *gates, const void *before,
        const void *state_gradient, void *gate_gradients, void *before_gradient),
        (rows, hidden, gates, before, state_gradient, gate_gradients, before_gradient))
UNTYPED(void, gru_reset, (size_t rows, size_t hidden, void *gates, const void *before,
        void *kept),
        (rows, hidden, gates, before, kept))
UNTYPED(void, gru_mix, (size_t rows, size_t hidden, void *gates, const void *before,
        void *state),
        (rows, hidden, gates, before, state))
UNTYPED(void, gru_mix_backward, (size_t rows, size_t hidden, const void *gates,
        const void *before, const void *state_gradient, void *gate_gradients,
        void *before_gradient),
        (rows, hidden, gates, before, state_gradient, gate_gradients, before_gradient))
UNTYPED(void, gru_reset_backward, (size_t rows, size_t hidden, const void *gates,
        const void *before, const void *kept_gradient, void *gate_gradients,
        void *before_gradient),
        (rows, hidden, gates, before, kept_gradient, gate_gradients, before_gradient))
UNTYPED(void, product, (size_t rows, size_t columns, size_t inner, const void *a,
        size_t row_step, size_t column_step, const void *b, size_t b_step, void *c,
        size_t c_step),
        (rows, columns, inner, a, row_step, column_step, b, b_step, c, c_step))
UNTYPED(void, softmax, (size_t rows, size_t columns, const void *logits, void *probabilities),
        (rows, columns, logits, probabilities))
UNTYPED(void, column_sums, (size_t rows, size_t columns, const void *a, size_t row_step,
        void *sums),
        (rows, columns, a, row_step, sums))
UNTYPED(void, adam, (size_t count, const AdamStep *step, void *values, const void *gradients,
        double *means, double *squares, double *most),
        (count, step, values, gradients, means, squares, most))
UNTYPED(double, sum_of_squares, (size_t count, const void *numbers),
        (count, numbers))
UNTYPED(int, are_finite, (size_t count, const void *numbers),
        (count, numbers))
#ifdef TILE_ROWS
UNTYPED(void, pack, (size_t inner, size_t columns, const void *const *rows, void *packed),
        (inner, columns, (const REAL *const *)rows, packed))
UNTYPED(void, pack_transposed, (size_t inner, size_t columns, const void *const *columns_at,
        void *packed),
        (inner, columns, (const REAL *const *)columns_at, packed))
UNTYPED(void, packed_product, (size_t rows, size_t columns, size_t inner, const void *a,
        size_t a_step, const void *packed, void *c, size_t c_step),
        (rows, columns, inner, a, a_step, packed, c, c_step))
UNTYPED(void, large_product, (int transposes_a, size_t rows, size_t columns, size_t inner,
        const void *a, size_t a_step, const void *b, size_t b_step, void *room, void *c,
        size_t c_step),
        (transposes_a, rows, columns, inner, a, a_step, b, b_step, room, c, c_step))
#endif
#undef UNTYPED

static const VectorKernels NAME(table) = {
    .name = BUILD,
    .activation_forward = NAME(untyped_activation_forward),
    .activation_backward = NAME(untyped_activation_backward),
    .lstm_forward = NAME(untyped_lstm_forward),
    .lstm_backward = NAME(untyped_lstm_backward),
    .gru_forward = NAME(untyped_gru_forward),
    .gru_backward = NAME(untyped_gru_backward),
    .gru_reset = NAME(untyped_gru_reset),
    .gru_mix = NAME(untyped_gru_mix),
    .gru_mix_backward = NAME(untyped_gru_mix_backward),
    .gru_reset_backward = NAME(untyped_gru_reset_backward),
    .product = NAME(untyped_product),
    .softmax = NAME(untyped_softmax),
    .column_sums = NAME(untyped_column_sums),
    .adam = NAME(untyped_adam),
    .sum_of_squares = NAME(untyped_sum_of_squares),
    .are_finite = NAME(untyped_are_finite),
#ifdef TILE_ROWS
    .packed_count = NAME(packed_count),
    .pack = NAME(untyped_pack),
    .pack_transposed = NAME(untyped_pack_transposed),
    .packed_product = NAME(untyped_packed_product),
    .product_room = NAME(product_room),
    .large_product = NAME(untyped_large_product),
#endif
#if defined(TILE_ROWS) && !ACCURATE
    .peak = NAME(peak),
    .peak_operations = NAME(peak_operations),
#endif
};

const VectorKernels *NAME(TABLE_NAME)(void) { return &NAME(table); }
