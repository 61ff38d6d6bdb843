// The table of one build of the kernels.

static const TABLE NAME(table) = {
    .name = BUILD,
    .activation_forward = NAME(activation_forward),
    .activation_backward = NAME(activation_backward),
    .lstm_forward = NAME(lstm_forward),
    .lstm_backward = NAME(lstm_backward),
    .gru_forward = NAME(gru_forward),
    .gru_backward = NAME(gru_backward),
    .gru_reset = NAME(gru_reset),
    .gru_mix = NAME(gru_mix),
    .gru_mix_backward = NAME(gru_mix_backward),
    .gru_reset_backward = NAME(gru_reset_backward),
    .product = NAME(product),
    .softmax = NAME(softmax),
    .column_sums = NAME(column_sums),
#ifdef TILE_ROWS
    .packed_count = NAME(packed_count),
    .pack = NAME(pack),
    .pack_transposed = NAME(pack_transposed),
    .packed_product = NAME(packed_product),
    .product_room = NAME(product_room),
    .large_product = NAME(large_product),
    .peak = NAME(peak),
    .peak_operations = NAME(peak_operations),
#endif
};

const TABLE *NAME(TABLE_NAME)(void) { return &NAME(table); }
