// The work of Dispatch's manager besides the library's own thread pool: timers and event sources of
// the user, or of a library. As long as there are any, a copy of the process would need the
// manager.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>

#include "CCellWorker.h"
#include "internal.h"

enum { maximum_sources = 256 };

/// The number of pending timers.
static atomic_int waiting_timers;

/// The event sources that have not been cancelled.
static void *_Atomic sources[maximum_sources];

/// Indicates whether there were more sources than can be recorded.
static atomic_int has_more_sources;

int cellworker_has_events(void) {
    if (waiting_timers > 0 || has_more_sources) return 1;
    for (int i = 0; i < maximum_sources; i++)
        if (sources[i]) return 1;
    return 0;
}

/// Records a source, unless it is already known.
static void note_source(void *source) {
    for (int i = 0; i < maximum_sources; i++) {
        void *none = NULL;
        if (atomic_compare_exchange_strong(&sources[i], &none, source) || none == source) return;
    }
    has_more_sources = 1;
}

// MARK: Functions to run later

/// A function that will run later.
struct later {
    void (*function)(void *);
    void *context;
};

/// The memory layout of a block.
struct block {
    void *class;
    int32_t flags, reserved;
    void (*function)(void *);
};

extern void *_Block_copy(const void *) __attribute__((weak));
extern void _Block_release(const void *) __attribute__((weak));

/// Runs a function whose time has come.
static void run_later(void *argument) {
    struct later later = *(struct later *)argument;
    free(argument);
    // The thread on which it runs now is counted instead.
    waiting_timers--;
    later.function(later.context);
}

/// Runs a block once.
static void run_block(void *block) {
    ((struct block *)block)->function(block);
    _Block_release(block);
}

/// Records a function that will run later; returns NULL if there is no memory for the record.
static struct later *note_later(void (*function)(void *), void *context) {
    struct later *later = malloc(sizeof *later);
    if (!later) return NULL;
    *later = (struct later){function, context};
    waiting_timers++;
    return later;
}

// MARK: The worker's own versions of functions, which the dynamic linker finds first

/// Records that a function is to run later.
void dispatch_after_f(uint64_t when, void *queue, void *context, void (*function)(void *)) {
    ORIGINAL(dispatch_after_f);
    struct later *later = NULL;
    cellworker_note_queue(queue);
    // Work scheduled for the end of time never runs.
    if (when != UINT64_MAX && !cellworker_is_dispatch_code(__builtin_return_address(0)))
        later = note_later(function, context);
    if (later) original(when, queue, later, run_later);
    else original(when, queue, context, function);
}

/// Records that a block is to run later.
void dispatch_after(uint64_t when, void *queue, void *block) {
    ORIGINAL(dispatch_after);
    if (!_Block_copy || cellworker_is_dispatch_code(__builtin_return_address(0)))
        original(when, queue, block);
    else dispatch_after_f(when, queue, _Block_copy(block), run_block);
}

/// Records an event source, unless it is Dispatch's own.
void *dispatch_source_create(const void *type, uintptr_t handle, uintptr_t mask, void *queue) {
    ORIGINAL(dispatch_source_create);
    void *source = original(type, handle, mask, queue);
    if (source && !cellworker_is_dispatch_code(__builtin_return_address(0))) note_source(source);
    return source;
}

/// Removes an event source that is cancelled.
void dispatch_source_cancel(void *source) {
    ORIGINAL(dispatch_source_cancel);
    original(source);
    for (int i = 0; i < maximum_sources; i++) {
        void *known = source;
        if (atomic_compare_exchange_strong(&sources[i], &known, NULL)) return;
    }
}
