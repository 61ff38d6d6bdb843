// The parts of the worker process that cannot be written in Swift: signal handlers, and overrides
// of functions of the C library. Only the executable cell-worker imports this module.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// The maximum number of frames in a report.
#define CELLWORKER_MAXIMUM_FRAMES 128

/// A report that a process writes when a signal ends it. It lies in memory shared with the process
/// from which it was forked, which reads it afterwards.
struct cellworker_report {
    /// The signal; 0 if there was none.
    volatile int32_t signal;
    /// Indicates whether the stack overflowed.
    int32_t is_stack_overflow;
    /// The address whose access failed.
    uint64_t address;
    /// The number of frames.
    uint32_t frame_count;
    /// The addresses of the calls, the innermost first.
    uint64_t frames[CELLWORKER_MAXIMUM_FRAMES];
    /// The memory range of the cell that ran last.
    uint64_t cell_start, cell_end;
    /// The zero-terminated text that the Swift runtime wrote to standard error.
    char message[8192];
};

/// Something that the worker relies on without a document that promises it; `RuntimeAssumption` in
/// Swift says what.
enum cellworker_assumption {
    cellworker_redirected_calls,
    cellworker_dispatch_variables,
    cellworker_thread_numbers,
    cellworker_thread_clocks,
    cellworker_executable_memory,
    cellworker_shared_pages,
};

/// Returns whether an assumption holds.
int cellworker_holds(enum cellworker_assumption assumption);

/// Makes sure that nothing depends on an assumption any longer.
void cellworker_give_up(enum cellworker_assumption assumption);

/// Returns whether an assumption has been given up.
int cellworker_is_given_up(enum cellworker_assumption assumption);

/// Creates the shared report; returns NULL if there is no memory for it.
struct cellworker_report *cellworker_report_create(void);

/// Installs the handlers that fill in a report when a signal ends the process, and redirects the
/// Swift runtime's messages from standard error to the report.
void cellworker_install_handlers(struct cellworker_report *report);

/// Returns the Swift runtime's message. (Swift cannot import arrays of this length.)
const char *cellworker_report_message(const struct cellworker_report *report);

/// Clears the report.
void cellworker_report_clear(struct cellworker_report *report);

/// Records the object that contains a function, which the caller is about to call.
void cellworker_note_cell(struct cellworker_report *report, const void *function);

/// Merges the cells loaded since the last call into as few mappings as possible, once there are
/// many. No other thread may be running code of cells.
void cellworker_gather_cells(void);

/// Returns the path of the loaded object that contains an address, and sets its load address;
/// returns NULL if there is none.
const char *cellworker_object_at(uint64_t address, uint64_t *base);

/// Makes standard output flush at the end of each line and of each `print`, and finds the runtime whose
/// messages go to the report.
void cellworker_prepare_streams(void);

/// Flushes the standard streams.
void cellworker_flush_streams(void);

/// Blocks all signals while this process runs no cell, including those of alarms that a cell has
/// set.
void cellworker_hold_signals(void);

/// Discards pending signals, unblocks those that a cell can expect, and installs the handlers
/// again, which a cell may have replaced. An interrupt (SIGINT) stays pending until it is queried,
/// so that it disturbs no system call.
void cellworker_restore_handlers(struct cellworker_report *report);

/// Returns whether an interrupt is pending.
int cellworker_is_interrupted(void);

/// Discards a pending interrupt.
void cellworker_clear_interrupt(void);

/// Waits until a descriptor is readable, something is in Dispatch's main queue, an interrupt
/// arrives, or the time has passed; a negative time means forever. Returns 1 if an interrupt ended
/// the wait.
int cellworker_wait(int descriptor, int64_t nanoseconds);

/// Makes this process the first candidate when the system runs out of memory.
void cellworker_offer_to_memory_killer(void);

/// In a copy of a process, replaces the number of the original process by the main thread's own
/// wherever it is stored for the thread: Swift's `Mutex` stores it in every image that locks one.
void cellworker_renumber_thread(int32_t before);

/// Returns the number of calls at the `throw` of an error, and sets their addresses, the innermost
/// first; returns 0 if another error was thrown last.
uint32_t cellworker_thrown_frames(const void *error, const uint64_t **frames);

/// Starts copying memory that is shared with the parent process in large blocks when a cell writes
/// to much of it.
void cellworker_begin_copying_ahead(void);

/// Stops copying ahead.
void cellworker_end_copying_ahead(void);

/// Saves the state of Dispatch before any cell uses it.
void cellworker_save_dispatch(void);

/// In a copy of a process, which lacks the thread of Dispatch's manager, restores the saved state
/// of Dispatch, except for the contents of the main queue.
void cellworker_reset_dispatch(int32_t before);

/// Sets a descriptor to which a byte is written when something is first added to Dispatch's main
/// queue.
void cellworker_note_bell(int descriptor);

/// Returns the descriptor that is readable while something is in Dispatch's main queue; -1 if the
/// queue has not been used.
int cellworker_main_queue_handle(void);

/// Runs the contents of Dispatch's main queue.
void cellworker_run_main_queue(void);

/// Returns the number of this process's threads, except those that a copy can do without or can
/// have; waits for threads that are about to end, and ends idle threads of Dispatch's pool.
int cellworker_thread_count(void);

/// Prepares the parking of threads; the descriptors for it are not lower than a number.
void cellworker_prepare_resting(int lowest);

/// Parks all threads that sleep or wait, until they are released; returns 0 if a thread does something
/// else. While threads are parked, `fork` makes a copy that can revive them.
int cellworker_park_threads(void);

/// Releases the parked threads.
void cellworker_release_threads(void);

/// In a copy of a process, revives the threads that were parked; returns 0 if that failed for one.
int cellworker_revive_threads(void);
