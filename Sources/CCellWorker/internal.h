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

/// Finds the version of a function that the worker's own stands before; for use in that.
#define ORIGINAL(name)                \
    static __typeof__(name) *original; \
    if (!original) original = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)
