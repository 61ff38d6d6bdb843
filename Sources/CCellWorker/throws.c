// Where errors are thrown. The compiler has every `throw` call `swift_willThrow`; the dynamic linker
// finds this version of it first. An error that reaches the top level of a cell carries no trace of
// its own, so that the calls are noted here, by their frame pointers, which Swift code always keeps.
#define _GNU_SOURCE
#include <stdint.h>

#include "CCellWorker.h"
#include "internal.h"

/// How many calls are noted.
enum { maximum_depth = 24 };

/// The error thrown last on this thread, NULL where it had no box yet, and the calls it came from.
static _Thread_local struct {
    const void *error;
    uint32_t count;
    uint64_t frames[maximum_depth];
} thrown;

/// Set in a saved frame pointer by functions that can suspend.
static const uintptr_t suspending_frame = (uintptr_t)1 << 60;

/// Notes the calls above a frame.
static void note_calls(const void *error, const uintptr_t *frame) {
    thrown.error = error;
    thrown.count = 0;
    const uintptr_t *end = cellworker_cell_base();
    while (frame && frame < end && thrown.count < maximum_depth) {
        thrown.frames[thrown.count++] = frame[1] - 1;
        const uintptr_t *next = (const uintptr_t *)(frame[0] & ~suspending_frame);
        if (next <= frame) return;
        frame = next;
    }
}

/// Hears that an error is about to be thrown.
__attribute__((swiftcall)) void swift_willThrow(
    __attribute__((swift_context)) void *unused,
    __attribute__((swift_error_result)) void **error) {
    (void)unused;
    note_calls(*error, __builtin_frame_address(0));
}

/// Hears that an error of a known type is about to be thrown.
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
