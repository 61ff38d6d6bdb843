// The internal interface between the files of this target.
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <time.h>

/// The pages of a loaded object.
struct cellworker_object {
    uintptr_t start, end;
    /// Indicates whether other mappings may lie between its segments.
    int has_gaps;
    /// The number of loads when the object was looked up.
    unsigned long long loads;
};

/// Finds the loaded object that contains an address; returns 0 if there is none.
int cellworker_find_object(const void *address, struct cellworker_object *object);

/// Records the pages of a loaded cell, so that it can be gathered with others.
void cellworker_note_loaded(const struct cellworker_object *object);

/// Finds the addresses of the Swift runtime's libraries.
void cellworker_find_runtime(void);

/// Appends to the message of the current report.
void cellworker_note_runtime_message(const char *text, size_t length);

/// Returns the stack address at which the worker has called the running cell; NULL before the first
/// cell.
const uintptr_t *cellworker_cell_base(void);

/// Returns the number of threads of the process. Async-signal-safe.
int cellworker_threads(void);

/// Forgets the threads of the process from which this one was forked.
void cellworker_forget_threads(void);

/// Returns whether an address is in the code of Dispatch.
int cellworker_is_dispatch_code(const void *address);

/// Returns whether an address is in the variables of Dispatch.
int cellworker_is_dispatch_variable(const void *address);

/// Returns whether a copy can do without Dispatch's manager once the manager is idle.
int cellworker_is_manager_dispensable(void);

/// Returns whether Dispatch's manager serves timers or event sources.
int cellworker_has_events(void);

/// Records that something is about to be submitted to a queue of Dispatch.
void cellworker_note_queue(const void *queue);

/// Returns whether Dispatch's variables have been saved, and the main queue is among them.
int cellworker_has_dispatch_variables(void);

/// Returns whether a variable that contains the number of the main thread has been found.
int cellworker_has_thread_numbers(void);

/// Returns the clock of the processor time of a thread of this process.
clockid_t cellworker_clock_of_thread(int number);

/// Looks up the original version of a function that the worker overrides; for use inside the
/// override.
#define ORIGINAL(name)                \
    static __typeof__(name) *original; \
    if (!original) original = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)
