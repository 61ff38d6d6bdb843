// What the files of this target know of each other.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// The pages that a loaded object takes.
struct cellworker_object {
    uintptr_t start, end;
    /// Whether something else may lie between its segments.
    int has_gaps;
    /// How many objects had been loaded when it was looked for.
    unsigned long long loads;
};

/// Finds the loaded object that holds an address; returns 0 where there is none.
int cellworker_find_object(const void *address, struct cellworker_object *object);

/// Notes where a cell has been loaded, so that it can be gathered with others.
void cellworker_note_loaded(const struct cellworker_object *object);

/// Finds where the libraries of the Swift runtime lie.
void cellworker_find_runtime(void);

/// Appends to the message of the current report.
void cellworker_note_runtime_message(const char *text, size_t length);

/// Returns where on the stack the worker has called the cell under way; NULL before the first.
const uintptr_t *cellworker_cell_base(void);

/// Returns how many threads the process has. Can be called while a signal is handled.
int cellworker_threads(void);

/// Forgets the threads of the process that this one was forked from.
void cellworker_forget_threads(void);

/// Whether an address is in the code of Dispatch.
int cellworker_is_dispatch_code(const void *address);

/// Whether an address is that of one of the variables of Dispatch.
int cellworker_is_dispatch_variable(const void *address);

/// Whether a copy can do without the manager of Dispatch, as soon as that has nothing to do.
int cellworker_is_manager_dispensable(void);

/// Whether there are timers or event sources that the manager of Dispatch looks after.
int cellworker_has_events(void);

/// Notes that somebody is about to put something into a queue of Dispatch.
void cellworker_note_queue(const void *queue);

/// Finds the version of a function that the worker's own stands before; for use in that.
#define ORIGINAL(name)                \
    static __typeof__(name) *original; \
    if (!original) original = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)
