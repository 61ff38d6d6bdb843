// The names of one build of the kernels: every function gets a suffix for its number type and
// processor, such as `_f64_plain`.

#define PASTE_(name, suffix) name##_##suffix
#define PASTE(name, suffix) PASTE_(name, suffix)
#define NAME(name) PASTE(name, SUFFIX)
#define INLINE static inline __attribute__((always_inline, unused))
