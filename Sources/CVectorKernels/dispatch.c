// The choice of the build for the current processor.

#include <stdlib.h>
#include <string.h>

#include "CVectorKernels.h"

const VectorKernels *vector_kernels_plain_baseline_f64(void);
const VectorKernels *vector_kernels_plain_baseline_f32(void);

#if defined(__x86_64__)

#include <cpuid.h>

const VectorKernels *vector_kernels_avx2_f64(void);
const VectorKernels *vector_kernels_avx2_f32(void);
const VectorKernels *vector_kernels_avx512_f64(void);
const VectorKernels *vector_kernels_avx512_f32(void);
const VectorKernels *vector_kernels_plain_avx2_f64(void);
const VectorKernels *vector_kernels_plain_avx2_f32(void);
const VectorKernels *vector_kernels_plain_avx512_f64(void);
const VectorKernels *vector_kernels_plain_avx512_f32(void);

/// Returns the registers that the operating system saves: bits 1 and 2 for AVX, 5 to 7 for AVX-512.
static unsigned saved_registers(void) {
    unsigned low, high;
    __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return low;
}

/// Asks the processor for its features, which takes long on a virtual machine.
static int detected_level(void) {
    unsigned a, b, c, d;
    if (!__get_cpuid(1, &a, &b, &c, &d)) return vector_level_baseline;
    int has_fma = c >> 12 & 1, has_avx = c >> 28 & 1, saves = c >> 27 & 1;
    if (!has_fma || !has_avx || !saves || (saved_registers() & 0x06) != 0x06)
        return vector_level_baseline;
    if (!__get_cpuid_count(7, 0, &a, &b, &c, &d) || !(b >> 5 & 1)) return vector_level_baseline;
    // The foundation, and the extensions for bytes and words, for doublewords and quadwords, and
    // for shorter vectors.
    unsigned wanted = 1u << 16 | 1u << 17 | 1u << 30 | 1u << 31;
    int has_avx512 = (b & wanted) == wanted && (saved_registers() & 0xe6) == 0xe6;
    return has_avx512 ? vector_level_avx512 : vector_level_avx2;
}

int vector_level_of_processor(void) {
    // Concurrent calls determine the same value.
    static int known = -1;
    int found = __atomic_load_n(&known, __ATOMIC_RELAXED);
    if (found < 0) {
        found = detected_level();
        __atomic_store_n(&known, found, __ATOMIC_RELAXED);
    }
    return found;
}

const VectorKernels *vector_kernels_f64(int level) {
    switch (level) {
    case vector_level_avx512: return vector_kernels_avx512_f64();
    case vector_level_avx2: return vector_kernels_avx2_f64();
    default: return vector_kernels_plain_baseline_f64();
    }
}

const VectorKernels *vector_kernels_f32(int level) {
    switch (level) {
    case vector_level_avx512: return vector_kernels_avx512_f32();
    case vector_level_avx2: return vector_kernels_avx2_f32();
    default: return vector_kernels_plain_baseline_f32();
    }
}

const VectorKernels *vector_kernels_plain_f64(int level) {
    switch (level) {
    case vector_level_avx512: return vector_kernels_plain_avx512_f64();
    case vector_level_avx2: return vector_kernels_plain_avx2_f64();
    default: return vector_kernels_plain_baseline_f64();
    }
}

const VectorKernels *vector_kernels_plain_f32(int level) {
    switch (level) {
    case vector_level_avx512: return vector_kernels_plain_avx512_f32();
    case vector_level_avx2: return vector_kernels_plain_avx2_f32();
    default: return vector_kernels_plain_baseline_f32();
    }
}

#else

int vector_level_of_processor(void) { return vector_level_baseline; }

const VectorKernels *vector_kernels_f64(int level) {
    return vector_kernels_plain_baseline_f64();
}

const VectorKernels *vector_kernels_f32(int level) {
    return vector_kernels_plain_baseline_f32();
}

const VectorKernels *vector_kernels_plain_f64(int level) {
    return vector_kernels_plain_baseline_f64();
}

const VectorKernels *vector_kernels_plain_f32(int level) {
    return vector_kernels_plain_baseline_f32();
}

#endif

/// Returns the level that the environment specifies, or the highest if it specifies none.
static int wanted_level(void) {
    const char *name = getenv("UNROLL_VECTOR_LEVEL");
    if (name && strcmp(name, "baseline") == 0) return vector_level_baseline;
    if (name && strcmp(name, "avx2") == 0) return vector_level_avx2;
    return vector_level_avx512;
}

int vector_level(void) {
    // Concurrent calls determine the same value.
    static int known = -1;
    int found = __atomic_load_n(&known, __ATOMIC_RELAXED);
    if (found < 0) {
        int has = vector_level_of_processor(), wanted = wanted_level();
        found = wanted < has ? wanted : has;
        __atomic_store_n(&known, found, __ATOMIC_RELAXED);
    }
    return found;
}
