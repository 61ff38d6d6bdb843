// One time step of every recurrent cell, element by element, forward and backward.
//
// Rows are the sequences of a batch. Each function processes `rows` times `hidden` elements;
// operations across rows, the matrix products, are done elsewhere.

// MARK: - Elman: h = g(z)

/// An activation function on one vector.
INLINE V NAME(activate)(int kind, V z) {
    V zero = {}, one = NAME(splat)(1);
    switch (kind) {
    case activation_tanh:
        return NAME(hyperbolic_tangent)(z);
    case activation_sigmoid:
        return NAME(logistic)(z);
    case activation_relu:
        return NAME(choose)(z <= 0, zero, z);
    case activation_hard_tanh:
        return NAME(choose)(z > 1, one, NAME(choose)(z < -1, -one, z));
    case activation_hard_sigmoid: {
        V line = z / 6 + (REAL)0.5;
        return NAME(choose)(line > 1, one, NAME(choose)(line < 0, zero, line));
    }
    default:
        return z;
    }
}

/// The derivative of an activation at z, given the activation's value h.
INLINE V NAME(slope)(int kind, V z, V h) {
    V zero = {}, one = NAME(splat)(1);
    switch (kind) {
    case activation_tanh:
        return 1 - h * h;
    case activation_sigmoid:
        return h * (1 - h);
    case activation_relu:
        return NAME(choose)(z > 0, one, zero);
    case activation_hard_tanh:
        return NAME(choose)((z > -1) & (z < 1), one, zero);
    case activation_hard_sigmoid:
        return NAME(choose)((z > -3) & (z < 3), one / 6, zero);
    default:
        return one;
    }
}

#define FOR_ACTIVATION(KIND)                                                                       \
    case KIND:                                                                                     \
        OVER_LANES(count, {                                                                        \
            NAME(store_some)(h + k, NAME(activate)(KIND, NAME(load_some)(z + k, left)), left);     \
        })                                                                                         \
        break;

static void NAME(activation_forward)(int kind, size_t count, const REAL *z, REAL *h) {
    switch (kind) {
        FOR_ACTIVATION(activation_identity)
        FOR_ACTIVATION(activation_tanh)
        FOR_ACTIVATION(activation_sigmoid)
        FOR_ACTIVATION(activation_relu)
        FOR_ACTIVATION(activation_hard_tanh)
        FOR_ACTIVATION(activation_hard_sigmoid)
    }
}

#undef FOR_ACTIVATION

#define FOR_SLOPE(KIND)                                                                            \
    case KIND:                                                                                     \
        OVER_LANES(count, {                                                                        \
            V slope = NAME(slope)(KIND, NAME(load_some)(z + k, left), NAME(load_some)(h + k, left)); \
            NAME(store_some)(dz + k, NAME(load_some)(dh + k, left) * slope, left);                 \
        })                                                                                         \
        break;

/// dz = dh g'(z)
static void NAME(activation_backward)(int kind, size_t count, const REAL *z, const REAL *h,
                                      const REAL *dh, REAL *dz) {
    switch (kind) {
        FOR_SLOPE(activation_identity)
        FOR_SLOPE(activation_tanh)
        FOR_SLOPE(activation_sigmoid)
        FOR_SLOPE(activation_relu)
        FOR_SLOPE(activation_hard_tanh)
        FOR_SLOPE(activation_hard_sigmoid)
    }
}

#undef FOR_SLOPE

// MARK: - LSTM: c' = f c + i g, h' = o tanh(c')

/// Replaces preactivations (i, f, g, o) by gate values; without a forget gate, (i, g, o) and f = 1.
static void NAME(lstm_forward)(size_t rows, size_t hidden, int forgets, REAL *gates,
                               const REAL *before, REAL *cell, REAL *state) {
    size_t candidate = forgets ? 2 * hidden : hidden;
    for (size_t row = 0; row < rows; ++row) {
        REAL *a = gates + row * (candidate + 2 * hidden);
        OVER_LANES(hidden, {
            size_t at = row * hidden + k;
            V i = NAME(logistic)(NAME(load_some)(a + k, left));
            V g = NAME(hyperbolic_tangent)(NAME(load_some)(a + candidate + k, left));
            V o = NAME(logistic)(NAME(load_some)(a + candidate + hidden + k, left));
            V carried = NAME(load_some)(before + at, left);
            if (forgets) {
                V f = NAME(logistic)(NAME(load_some)(a + hidden + k, left));
                NAME(store_some)(a + hidden + k, f, left);
                carried = f * carried;
            }
            V c = carried + i * g;
            NAME(store_some)(a + k, i, left);
            NAME(store_some)(a + candidate + k, g, left);
            NAME(store_some)(a + candidate + hidden + k, o, left);
            NAME(store_some)(cell + at, c, left);
            NAME(store_some)(state + at, o * NAME(hyperbolic_tangent)(c), left);
        })
    }
}

/// Computes dL/da and dL/dc one step before, from dL/dh and the part of dL/dc from later steps.
///
/// `cell_gradient` is completed in place with the part that comes through h.
static void NAME(lstm_backward)(size_t rows, size_t hidden, int forgets, const REAL *gates,
                                const REAL *before, const REAL *cell, const REAL *state_gradient,
                                REAL *cell_gradient, REAL *gate_gradients,
                                REAL *before_gradient) {
    size_t candidate = forgets ? 2 * hidden : hidden;
    for (size_t row = 0; row < rows; ++row) {
        const REAL *a = gates + row * (candidate + 2 * hidden);
        REAL *da = gate_gradients + row * (candidate + 2 * hidden);
        OVER_LANES(hidden, {
            size_t at = row * hidden + k;
            V i = NAME(load_some)(a + k, left);
            V g = NAME(load_some)(a + candidate + k, left);
            V o = NAME(load_some)(a + candidate + hidden + k, left);
            V squashed = NAME(hyperbolic_tangent)(NAME(load_some)(cell + at, left));
            V dh = NAME(load_some)(state_gradient + at, left);
            V dc = NAME(load_some)(cell_gradient + at, left)
                + dh * o * (1 - squashed * squashed);
            V dbefore = dc;
            if (forgets) {
                V f = NAME(load_some)(a + hidden + k, left);
                V df = dc * NAME(load_some)(before + at, left);
                NAME(store_some)(da + hidden + k, df * f * (1 - f), left);
                dbefore = dc * f;
            }
            NAME(store_some)(da + k, dc * g * i * (1 - i), left);
            NAME(store_some)(da + candidate + k, dc * i * (1 - g * g), left);
            NAME(store_some)(da + candidate + hidden + k, dh * squashed * o * (1 - o), left);
            NAME(store_some)(cell_gradient + at, dc, left);
            NAME(store_some)(before_gradient + at, dbefore, left);
        })
    }
}

// MARK: - GRU, reset after the product: n = tanh(a_n + r q), h' = (1 - z) n + z h

/// Replaces preactivations (a_n, a_r + q_r, a_z + q_z, q_n) by (n, r, z, q_n), and computes h'.
static void NAME(gru_forward)(size_t rows, size_t hidden, REAL *gates, const REAL *before,
                              REAL *state) {
    for (size_t row = 0; row < rows; ++row) {
        REAL *a = gates + row * 4 * hidden;
        OVER_LANES(hidden, {
            size_t at = row * hidden + k;
            V r = NAME(logistic)(NAME(load_some)(a + hidden + k, left));
            V z = NAME(logistic)(NAME(load_some)(a + 2 * hidden + k, left));
            V q = NAME(load_some)(a + 3 * hidden + k, left);
            V n = NAME(hyperbolic_tangent)(NAME(load_some)(a + k, left) + r * q);
            V h = NAME(load_some)(before + at, left);
            NAME(store_some)(a + k, n, left);
            NAME(store_some)(a + hidden + k, r, left);
            NAME(store_some)(a + 2 * hidden + k, z, left);
            NAME(store_some)(state + at, (1 - z) * n + z * h, left);
        })
    }
}

/// Computes dL/d(a_n, a_r, a_z, q_n) from dL/dh', and adds the part of dL/dh that passes through z.
static void NAME(gru_backward)(size_t rows, size_t hidden, const REAL *gates, const REAL *before,
                               const REAL *state_gradient, REAL *gate_gradients,
                               REAL *before_gradient) {
    for (size_t row = 0; row < rows; ++row) {
        const REAL *a = gates + row * 4 * hidden;
        REAL *da = gate_gradients + row * 4 * hidden;
        OVER_LANES(hidden, {
            size_t at = row * hidden + k;
            V n = NAME(load_some)(a + k, left);
            V r = NAME(load_some)(a + hidden + k, left);
            V z = NAME(load_some)(a + 2 * hidden + k, left);
            V q = NAME(load_some)(a + 3 * hidden + k, left);
            V dh = NAME(load_some)(state_gradient + at, left);
            V dn = dh * (1 - z) * (1 - n * n);
            V dz = dh * (NAME(load_some)(before + at, left) - n);
            NAME(store_some)(da + k, dn, left);
            NAME(store_some)(da + hidden + k, dn * q * r * (1 - r), left);
            NAME(store_some)(da + 2 * hidden + k, dz * z * (1 - z), left);
            NAME(store_some)(da + 3 * hidden + k, dn * r, left);
            NAME(store_some)(before_gradient + at,
                             NAME(load_some)(before_gradient + at, left) + dh * z, left);
        })
    }
}

// MARK: - GRU, reset before the product: n = tanh(a_n + W (r h)), h' = (1 - z) n + z h

/// Replaces preactivations (a_r, a_z, ·) by (r, z, ·), and computes r h for the second product.
static void NAME(gru_reset)(size_t rows, size_t hidden, REAL *gates, const REAL *before,
                            REAL *kept) {
    for (size_t row = 0; row < rows; ++row) {
        REAL *a = gates + row * 3 * hidden;
        OVER_LANES(hidden, {
            size_t at = row * hidden + k;
            V r = NAME(logistic)(NAME(load_some)(a + k, left));
            NAME(store_some)(a + k, r, left);
            NAME(store_some)(a + hidden + k,
                             NAME(logistic)(NAME(load_some)(a + hidden + k, left)), left);
            NAME(store_some)(kept + at, r * NAME(load_some)(before + at, left), left);
        })
    }
}

/// Replaces the completed preactivation of the candidate by n, and computes h'.
static void NAME(gru_mix)(size_t rows, size_t hidden, REAL *gates, const REAL *before,
                          REAL *state) {
    for (size_t row = 0; row < rows; ++row) {
        REAL *a = gates + row * 3 * hidden;
        OVER_LANES(hidden, {
            size_t at = row * hidden + k;
            V z = NAME(load_some)(a + hidden + k, left);
            V n = NAME(hyperbolic_tangent)(NAME(load_some)(a + 2 * hidden + k, left));
            NAME(store_some)(a + 2 * hidden + k, n, left);
            NAME(store_some)(state + at, (1 - z) * n + z * NAME(load_some)(before + at, left),
                             left);
        })
    }
}

/// Computes dL/da_z and dL/da_n from dL/dh', and adds the part of dL/dh that passes through z.
static void NAME(gru_mix_backward)(size_t rows, size_t hidden, const REAL *gates,
                                   const REAL *before, const REAL *state_gradient,
                                   REAL *gate_gradients, REAL *before_gradient) {
    for (size_t row = 0; row < rows; ++row) {
        const REAL *a = gates + row * 3 * hidden;
        REAL *da = gate_gradients + row * 3 * hidden;
        OVER_LANES(hidden, {
            size_t at = row * hidden + k;
            V z = NAME(load_some)(a + hidden + k, left);
            V n = NAME(load_some)(a + 2 * hidden + k, left);
            V dh = NAME(load_some)(state_gradient + at, left);
            V dz = dh * (NAME(load_some)(before + at, left) - n);
            NAME(store_some)(da + hidden + k, dz * z * (1 - z), left);
            NAME(store_some)(da + 2 * hidden + k, dh * (1 - z) * (1 - n * n), left);
            NAME(store_some)(before_gradient + at,
                             NAME(load_some)(before_gradient + at, left) + dh * z, left);
        })
    }
}

/// Computes dL/da_r from dL/d(r h), and adds the part of dL/dh that passes through r.
static void NAME(gru_reset_backward)(size_t rows, size_t hidden, const REAL *gates,
                                     const REAL *before, const REAL *kept_gradient,
                                     REAL *gate_gradients, REAL *before_gradient) {
    for (size_t row = 0; row < rows; ++row) {
        const REAL *a = gates + row * 3 * hidden;
        REAL *da = gate_gradients + row * 3 * hidden;
        OVER_LANES(hidden, {
            size_t at = row * hidden + k;
            V r = NAME(load_some)(a + k, left);
            V dk = NAME(load_some)(kept_gradient + at, left);
            V dr = dk * NAME(load_some)(before + at, left);
            NAME(store_some)(da + k, dr * r * (1 - r), left);
            NAME(store_some)(before_gradient + at,
                             NAME(load_some)(before_gradient + at, left) + dk * r, left);
        })
    }
}
