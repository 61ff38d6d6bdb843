// The parameters of the kernels for double: constants of exp, and its Taylor series.

#define REAL double
#define INTEGER long long
#define MANTISSA_BITS 52
#define ROUNDING_SHIFT 0x1.8p52
#define LOG2_E 0x1.71547652b82fep+0
// ln 2 in two parts; the high one ends in 13 zero bits, so that its product with n is exact.
#define LN2_HIGH 0x1.62e42fefa4000p-1
#define LN2_LOW -0x1.8432a1b0e2634p-43
#define SPLITTER 134217729.0
#define EXP_UNDERFLOW -708.0
#define TANH_SATURATION -40.0

/// (exp(r) - 1 - r) / r^2 by its Taylor series, accurate to 2^-58 of exp(r) for |r| <= ln(2) / 2.
INLINE REAL __attribute__((vector_size(BYTES)))
NAME(exponential_series)(REAL __attribute__((vector_size(BYTES))) r) {
    REAL __attribute__((vector_size(BYTES))) r2 = r * r, r4 = r2 * r2, r8 = r4 * r4;
    return ((1.0 / 2 + r * (1.0 / 6)) + r2 * (1.0 / 24 + r * (1.0 / 120)))
        + r4 * ((1.0 / 720 + r * (1.0 / 5040)) + r2 * (1.0 / 40320 + r * (1.0 / 362880)))
        + r8 * ((1.0 / 3628800 + r * (1.0 / 39916800))
                + r2 * (1.0 / 479001600 + r * (1.0 / 6227020800))
                + r4 * (1.0 / 87178291200));
}
