// Elementary functions on vectors of REAL, computed from + - * / and integer operations alone, so
// that the plain build of them yields identical bits on every processor.
//
// Including files define REAL, INTEGER, SUFFIX, BYTES, ACCURATE, and the constants of REAL below.

typedef REAL NAME(vector) __attribute__((vector_size(BYTES)));
typedef INTEGER NAME(lanes) __attribute__((vector_size(BYTES)));
#define V NAME(vector)
#define I NAME(lanes)
#define LANES ((size_t)(BYTES / sizeof(REAL)))

/// A vector with `value` in every lane.
INLINE V NAME(splat)(REAL value) { return value - (V){}; }

/// Loads a vector from an arbitrary address.
INLINE V NAME(load)(const REAL *from) {
    V value;
    __builtin_memcpy(&value, from, sizeof value);
    return value;
}

/// Stores a vector at an arbitrary address.
INLINE void NAME(store)(REAL *to, V value) { __builtin_memcpy(to, &value, sizeof value); }

/// Loads the first `count` lanes; the others are zero.
INLINE V NAME(load_some)(const REAL *from, size_t count) {
    V value = {};
    if (count >= LANES) return NAME(load)(from);
    for (size_t k = 0; k < count; ++k) value[k] = from[k];
    return value;
}

/// Stores the first `count` lanes.
INLINE void NAME(store_some)(REAL *to, V value, size_t count) {
    if (count >= LANES) {
        NAME(store)(to, value);
        return;
    }
    for (size_t k = 0; k < count; ++k) to[k] = value[k];
}

/// Executes statements for k from 0 on in steps of LANES elements, and for the `left` remaining
/// elements.
#define OVER_LANES(COUNT, ...)                                                                     \
    {                                                                                              \
        size_t k = 0;                                                                              \
        for (; k + LANES <= (COUNT); k += LANES) {                                                 \
            const size_t left = LANES;                                                             \
            __VA_ARGS__                                                                            \
        }                                                                                          \
        if (k < (COUNT)) {                                                                         \
            const size_t left = (COUNT) - k;                                                       \
            __VA_ARGS__                                                                            \
        }                                                                                          \
    }

/// Lanes of `yes` where the mask is set, of `no` elsewhere.
INLINE V NAME(choose)(I mask, V yes, V no) { return (V)((mask & (I)yes) | (~mask & (I)no)); }

/// The absolute value of every lane.
INLINE V NAME(magnitude)(V x) { return (V)((I)x & ~(I)NAME(splat)((REAL)-0.0)); }

/// `magnitude` with the signs of `sign`.
INLINE V NAME(with_sign)(V magnitude, V sign) {
    return (V)((I)magnitude | ((I)sign & (I)NAME(splat)((REAL)-0.0)));
}

/// Splits exp(x), x <= 0, into 2^n (1 + r + tail) with |r| <= ln(2) / 2.
///
/// If ACCURATE, `r` and the first term of `tail` are exact together, and the rest of the Taylor
/// series is in `tail`; otherwise all of it is in `r`.
INLINE void NAME(exponential_parts)(V x, V *scale, V *r, V *tail) {
    V shifted = x * (REAL)LOG2_E + (REAL)ROUNDING_SHIFT;
    V n = shifted - (REAL)ROUNDING_SHIFT;
    *scale = (V)(((I)shifted << MANTISSA_BITS) + (I)NAME(splat)(1));
#if ACCURATE
    V high = x - n * (REAL)LN2_HIGH;
    V low = n * (REAL)LN2_LOW;
    V reduced = high - low;
    V lost = (high - reduced) - low;
    *tail = reduced * reduced * NAME(exponential_series)(reduced) + (lost + lost * reduced);
    *r = reduced;
#else
    V reduced = (x - n * (REAL)LN2_HIGH) - n * (REAL)LN2_LOW;
    *tail = (V){};
    *r = reduced + (reduced * reduced) * NAME(exponential_series)(reduced);
#endif
}

#if ACCURATE

/// The exact error of the rounded product a b (Dekker 1971, Veltkamp's splitting).
INLINE V NAME(product_error)(V a, V b, V product) {
    V ca = a * (REAL)SPLITTER, cb = b * (REAL)SPLITTER;
    V ah = ca - (ca - a), bh = cb - (cb - b);
    V al = a - ah, bl = b - bh;
    return ((ah * bh - product) + ah * bl + al * bh) + al * bl;
}

/// The quotient of two sums of a large and a small part, accurate to slightly more than half a unit
/// in the last place.
INLINE V NAME(quotient)(V high, V low, V divisor_high, V divisor_low) {
    V inverse = 1 / divisor_high;
    V q = high * inverse;
    V product = q * divisor_high;
    V rest = (high - product) - NAME(product_error)(q, divisor_high, product);
    return q + (rest + (low - q * divisor_low)) * inverse;
}

#endif

/// exp(x) for x <= 0; results below the smallest normal number become zero.
INLINE V NAME(exponential)(V x) {
    I vanishes = x < (REAL)EXP_UNDERFLOW;
    V scale, r, tail;
    NAME(exponential_parts)(NAME(choose)(vanishes, NAME(splat)((REAL)EXP_UNDERFLOW), x),
                            &scale, &r, &tail);
#if ACCURATE
    V high = 1 + r;
    V value = scale * (high + (((1 - high) + r) + tail));
#else
    V value = scale + scale * r;
#endif
    return NAME(choose)(vanishes, (V){}, value);
}

/// tanh(x) = -(e - 1) / (2 + (e - 1)) for e = exp(-2 |x|), with the sign of x.
INLINE V NAME(hyperbolic_tangent)(V x) {
    V twice = -2 * NAME(magnitude)(x);
    I saturates = twice < (REAL)TANH_SATURATION;
    V scale, r, tail;
    NAME(exponential_parts)(NAME(choose)(saturates, NAME(splat)((REAL)TANH_SATURATION), twice),
                            &scale, &r, &tail);
    V base = scale - 1;
#if ACCURATE
    V step = scale * r;
    V sum = base + step;
    V part = sum - base;
    V lost = scale - (base + 1);
    V rest = ((base - (sum - part)) + (step - part)) + (scale * tail + lost);
    V high = sum + rest;
    V low = (sum - high) + rest;
    V divisor = 2 + high;
    V divisor_low = ((2 - divisor) + high) + low;
    V value = NAME(quotient)(-high, -low, divisor, divisor_low);
#else
    V less = base + scale * r;
    V value = (0 - less) / (2 + less);
#endif
    return NAME(with_sign)(value, x);
}

/// The logistic function 1 / (1 + exp(-x)), computed from exp(-|x|) so that nothing overflows.
INLINE V NAME(logistic)(V x) {
    V below = -NAME(magnitude)(x);
    I vanishes = below < (REAL)EXP_UNDERFLOW;
    V scale, r, tail;
    NAME(exponential_parts)(NAME(choose)(vanishes, NAME(splat)((REAL)EXP_UNDERFLOW), below),
                            &scale, &r, &tail);
    I negative = x < 0;
    V zero = {}, one = NAME(splat)(1);
#if ACCURATE
    V sum = 1 + r;
    V rest = ((1 - sum) + r) + tail;
    V whole = sum + rest;
    V high = scale * whole, low = scale * ((sum - whole) + rest);
    V divisor = 1 + high;
    V divisor_low = ((1 - divisor) + high) + low;
    V value = NAME(quotient)(NAME(choose)(negative, high, one), NAME(choose)(negative, low, zero),
                             divisor, divisor_low);
#else
    V e = scale + scale * r;
    V value = NAME(choose)(negative, e, one) / (1 + e);
#endif
    return NAME(choose)(vanishes & negative, zero, value);
}
