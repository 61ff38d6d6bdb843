// The call stacks of thrown errors. The compiler makes every `throw` call `swift_willThrow`; the
// dynamic linker prefers this version of it. An error that reaches the top level of a cell has no
// stack trace, so the calls are recorded here by following frame pointers, which Swift code always
// maintains.
#define _GNU_SOURCE
#include <stdint.h>

#include "CCellWorker.h"
#include "internal.h"

/// The maximum number of recorded calls.
enum { maximum_depth = 24 };

/// The error thrown last on this thread, NULL if it had no box yet, and the calls at the throw.
static _Thread_local struct {
    const void *error;
    uint32_t count;
    uint64_t frames[maximum_depth];
} thrown;

/// The bit that functions which can suspend set in a saved frame pointer.
static const uintptr_t suspending_frame = (uintptr_t)1 << 60;

uint32_t cellworker_calls_above(const uintptr_t *frame, uint64_t *frames, uint32_t capacity) {
    uint32_t count = 0;
    const uintptr_t *end = cellworker_cell_base();
    while (frame && frame < end && count < capacity) {
        frames[count++] = frame[1] - 1;
        const uintptr_t *next = (const uintptr_t *)(frame[0] & ~suspending_frame);
        if (next <= frame) break;
        frame = next;
    }
    return count;
}

/// Records the calls above a frame.
static void note_calls(const void *error, const uintptr_t *frame) {
    thrown.error = error;
    thrown.count = cellworker_calls_above(frame, thrown.frames, maximum_depth);
}

/// Records the calls at the throw of an error.
__attribute__((swiftcall)) void swift_willThrow(
    __attribute__((swift_context)) void *unused,
    __attribute__((swift_error_result)) void **error) {
    (void)unused;
    note_calls(*error, __builtin_frame_address(0));
}

/// Records the calls at the throw of an error of a known type.
__attribute__((swiftcall)) void swift_willThrowTypedImpl(
    const void *value, const void *type, const void *conformance) {
    (void)value;
    (void)type;
    (void)conformance;
    note_calls(NULL, __builtin_frame_address(0));
}

uint32_t cellworker_thrown_frames(const void *error, const uint64_t **frames) {
    *frames = thrown.frames;
    return thrown.error == NULL || thrown.error == error ? thrown.count : 0;
}
