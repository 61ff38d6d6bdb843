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

/// Appends to the message of the current report.
void cellworker_note_runtime_message(const char *text, size_t length);

/// Returns the stack address at which the worker has called the running cell; NULL before the first
/// cell.
const uintptr_t *cellworker_cell_base(void);

/// Finds the calls above a frame of the main thread up to the running cell, the innermost first, by the
/// frame pointers that Swift code always maintains; returns their number. Async-signal-safe.
uint32_t cellworker_calls_above(const uintptr_t *frame, uint64_t *frames, uint32_t capacity);

/// Returns the number of threads of the process. Async-signal-safe.
int cellworker_threads(void);

/// Forgets the threads of the process from which this one was forked, except those that are parked.
void cellworker_forget_threads(void);

/// The state with which a parked thread continues, in this process or in a copy.
struct cellworker_rest;

/// Returns whether the calling thread may be parked: it is known, and is not one of Dispatch's, whose
/// numbers are stored in queues.
int cellworker_may_rest(void);

/// Records that the calling thread begins or ends a call in which it can be parked.
void cellworker_note_resting(int is_resting);

/// Records that the calling thread is parked, and at which time, or, for NULL, that it continues.
void cellworker_note_parked(struct cellworker_rest *rest, int parking);

/// Returns the number of threads that are parked or can be.
int cellworker_resting_threads(void);

/// Starts observing the progress of threads.
void cellworker_begin_looking(void);

/// Returns whether all threads have been parked at a time, except Dispatch's manager. Unless it is NULL, sets
/// `is_hopeless` if one of the others has been doing something else since observation started.
int cellworker_are_threads_parked(int parking, int *is_hopeless);

/// Calls a function for each parked thread, which revives it; returns 0 if that failed for one.
int cellworker_revive_each(int (*revive)(struct cellworker_rest *));

/// Returns whether parked threads could be revived in a copy of this process.
int cellworker_can_revive_threads(void);

/// Returns whether threads are to park. In a copy: whether there are threads to revive.
int cellworker_are_threads_parking(void);

/// Sends a signal to the threads that are to park and that wait for a semaphore.
void cellworker_wake_deaf_threads(int number);

/// Returns the descriptor that is readable while threads are to park; -1 if there is none.
int cellworker_bell(void);

/// Parks the calling thread if that is what the bell rings for.
///
/// \param is_broken whether the descriptor cannot be waited for.
void cellworker_answer_bell(int is_broken);

/// Returns whether Foundation has started processes for which it has not waited.
int cellworker_has_children(void);

/// Forgets the processes that Foundation has started.
void cellworker_forget_children(void);

/// Returns the number that the calling thread is shown.
int32_t cellworker_shown_number(void);

/// Sets the number that the calling thread is shown.
void cellworker_show_number(int32_t number);

/// Returns the monotonic time in nanoseconds.
int64_t cellworker_now(void);

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

/// Returns whether the system says that a page of this process's own is its own.
int cellworker_knows_pages(void);

/// Returns the clock of the processor time of a thread of this process.
clockid_t cellworker_clock_of_thread(int number);

/// Looks up the original version of a function that the worker overrides; for use inside the
/// override.
#define ORIGINAL(name)                \
    static __typeof__(name) *original; \
    if (!original) original = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)
