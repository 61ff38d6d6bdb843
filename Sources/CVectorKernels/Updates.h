// Passes over parameters and gradients outside the network: optimizer steps, norms and checks.
//
// Optimizers compute in double precision and round once, when they write a parameter. All
// operations are rounded correctly and apply to one element each, so that every build yields
// identical bits.

typedef double NAME(wide) __attribute__((vector_size(BYTES)));
typedef long long NAME(wide_lanes) __attribute__((vector_size(BYTES)));
typedef REAL NAME(narrow) __attribute__((vector_size(BYTES / sizeof(double) * sizeof(REAL))));
#define WIDE NAME(wide)
#define WIDE_LANES ((size_t)(BYTES / sizeof(double)))

/// Loads up to WIDE_LANES numbers in double precision; the others are zero.
INLINE WIDE NAME(load_wide)(const REAL *from, size_t count) {
    NAME(narrow) numbers = {};
    if (count >= WIDE_LANES) {
        __builtin_memcpy(&numbers, from, sizeof numbers);
    } else {
        for (size_t k = 0; k < count; ++k) numbers[k] = from[k];
    }
    return __builtin_convertvector(numbers, WIDE);
}

/// Loads up to WIDE_LANES doubles; the others are zero.
INLINE WIDE NAME(load_doubles)(const double *from, size_t count) {
    WIDE numbers = {};
    if (count >= WIDE_LANES) {
        __builtin_memcpy(&numbers, from, sizeof numbers);
    } else {
        for (size_t k = 0; k < count; ++k) numbers[k] = from[k];
    }
    return numbers;
}

/// Stores up to WIDE_LANES doubles.
INLINE void NAME(store_doubles)(double *to, WIDE numbers, size_t count) {
    if (count >= WIDE_LANES) {
        __builtin_memcpy(to, &numbers, sizeof numbers);
    } else {
        for (size_t k = 0; k < count; ++k) to[k] = numbers[k];
    }
}

/// Executes statements for k from 0 on in steps of WIDE_LANES elements, and for the `left`
/// remaining elements.
#define OVER_WIDE_LANES(COUNT, ...)                                                                \
    {                                                                                              \
        size_t k = 0;                                                                              \
        for (; k + WIDE_LANES <= (COUNT); k += WIDE_LANES) {                                       \
            const size_t left = WIDE_LANES;                                                        \
            __VA_ARGS__                                                                            \
        }                                                                                          \
        if (k < (COUNT)) {                                                                         \
            const size_t left = (COUNT) - k;                                                       \
            __VA_ARGS__                                                                            \
        }                                                                                          \
    }

/// One step of Adam; with `most`, the largest mean of squares so far replaces the mean.
static void NAME(adam)(size_t count, const AdamStep *step, REAL *values, const REAL *gradients,
                       double *means, double *squares, double *most) {
    _Pragma("STDC FP_CONTRACT OFF")
    const double first = step->first, second = step->second, rate = step->rate, root = step->root;
    const double epsilon = step->epsilon, kept = step->kept, added = step->added;
    OVER_WIDE_LANES(count, {
        WIDE value = NAME(load_wide)(values + k, left);
        WIDE g = NAME(load_wide)(gradients + k, left) + added * value;
        WIDE mean = first * NAME(load_doubles)(means + k, left) + (1 - first) * g;
        WIDE square = second * NAME(load_doubles)(squares + k, left) + (1 - second) * g * g;
        NAME(store_doubles)(means + k, mean, left);
        NAME(store_doubles)(squares + k, square, left);
        if (most) {
            WIDE before = NAME(load_doubles)(most + k, left);
            NAME(wide_lanes) grows = ~(before >= square);
            square = (WIDE)((grows & (NAME(wide_lanes))square)
                            | (~grows & (NAME(wide_lanes))before));
            NAME(store_doubles)(most + k, square, left);
        }
        value = kept * value - rate * mean / (__builtin_elementwise_sqrt(square) / root + epsilon);
        NAME(narrow) rounded = __builtin_convertvector(value, NAME(narrow));
        if (left == WIDE_LANES) {
            __builtin_memcpy(values + k, &rounded, sizeof rounded);
        } else {
            for (size_t lane = 0; lane < left; ++lane) values[k + lane] = rounded[lane];
        }
    })
}

/// The sum of the squares in double precision, in 16 sums over every 16th number.
static double NAME(sum_of_squares)(size_t count, const REAL *numbers) {
    _Pragma("STDC FP_CONTRACT OFF")
    enum { sums = 16, vectors = sums / (BYTES / sizeof(double)) };
    WIDE sum[vectors] = {};
    size_t k = 0;
    for (; k + sums <= count; k += sums) {
        _Pragma("clang loop unroll(full)")
        for (int i = 0; i < vectors; ++i) {
            WIDE x = NAME(load_wide)(numbers + k + i * WIDE_LANES, WIDE_LANES);
            sum[i] = sum[i] + x * x;
        }
    }
    double parts[sums];
    __builtin_memcpy(parts, sum, sizeof parts);
    for (size_t lane = 0; k < count; ++k, ++lane)
        parts[lane] = parts[lane] + (double)numbers[k] * (double)numbers[k];
    double total = 0;
    for (int lane = 0; lane < sums; ++lane) total = total + parts[lane];
    return total;
}

/// Whether no number is infinite or NaN: x - x is zero for all others.
static int NAME(are_finite)(size_t count, const REAL *numbers) {
    I found = {};
    OVER_LANES(count, {
        V x = NAME(load_some)(numbers + k, left);
        found |= (x - x) != 0;
    })
    for (size_t lane = 0; lane < LANES; ++lane)
        if (found[lane]) return 0;
    return 1;
}
