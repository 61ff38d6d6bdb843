// The parameters of the kernels for float: constants of exp, and its Taylor series.

#define REAL float
#define INTEGER int
#define MANTISSA_BITS 23
#define ROUNDING_SHIFT 0x1.8p23f
#define LOG2_E 0x1.715476p+0f
// ln 2 in two parts; the high one ends in 9 zero bits, so that its product with n is exact.
#define LN2_HIGH 0x1.62e4p-1f
#define LN2_LOW 0x1.7f7d1cp-20f
#define SPLITTER 4097.0f
#define EXP_UNDERFLOW -86.6f
#define TANH_SATURATION -20.0f

/// (exp(r) - 1 - r) / r^2 by its Taylor series, accurate to 2^-27 of exp(r) for |r| <= ln(2) / 2.
INLINE REAL __attribute__((vector_size(BYTES)))
NAME(exponential_series)(REAL __attribute__((vector_size(BYTES))) r) {
    REAL __attribute__((vector_size(BYTES))) r2 = r * r, r4 = r2 * r2;
    return ((1.0f / 2 + r * (1.0f / 6)) + r2 * (1.0f / 24 + r * (1.0f / 120)))
        + r4 * (1.0f / 720 + r * (1.0f / 5040) + r2 * (1.0f / 40320));
}
