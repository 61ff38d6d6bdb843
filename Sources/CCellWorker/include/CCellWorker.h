// What the worker process needs below Swift: code that runs in signal handlers, and functions of
// the C library that it puts itself before. Only the executable cell-worker imports this module.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// How many calls a report keeps.
#define CELLWORKER_MAXIMUM_FRAMES 128

/// What a process notes while a signal ends it. It lies in memory that the process shares with the
/// one that it was forked from, which reads it afterwards.
struct cellworker_report {
    /// The signal; 0 while nothing has happened.
    volatile int32_t signal;
    /// Whether the stack was exhausted.
    int32_t is_stack_overflow;
    /// The address whose access failed.
    uint64_t address;
    /// How many frames there are.
    uint32_t frame_count;
    /// Where in the code the calls were, the innermost first.
    uint64_t frames[CELLWORKER_MAXIMUM_FRAMES];
    /// The address at which the cell that ran last was loaded, and the address after its end.
    uint64_t cell_start, cell_end;
    /// What the Swift runtime wrote to standard error, ended by a zero byte.
    char message[8192];
};

/// Makes the shared report; returns NULL where there is no memory for it.
struct cellworker_report *cellworker_report_create(void);

/// Installs the handlers that fill in a report when a signal ends the process, and takes what the
/// Swift runtime writes to standard error out of the stream and into the report.
void cellworker_install_handlers(struct cellworker_report *report);

/// Returns what the Swift runtime wrote to standard error. (Swift sees no arrays of this length.)
const char *cellworker_report_message(const struct cellworker_report *report);

/// Forgets what the report holds.
void cellworker_report_clear(struct cellworker_report *report);

/// Notes where the object that holds a function was loaded, and that its caller is about to call it.
void cellworker_note_cell(struct cellworker_report *report, const void *function);

/// Puts the cells that were loaded since the last time into as few mappings as possible, where they
/// have become many. No other thread may be running code of cells.
void cellworker_gather_cells(void);

/// Returns the path of the loaded object that holds an address, and sets where it was loaded;
/// returns NULL where there is none.
const char *cellworker_object_at(uint64_t address, uint64_t *base);

/// Makes standard output flush at the end of each line, and of each `print`.
void cellworker_prepare_streams(void);

/// Writes out what the standard streams hold back.
void cellworker_flush_streams(void);

/// Has all signals wait, while this process runs no cell: also those that a cell has set an alarm for.
void cellworker_hold_signals(void);

/// Forgets the signals that wait, and lets those come that a cell can expect; installs the handlers
/// again that a cell may have replaced. An interrupt (SIGINT) still waits until it is asked for, so that
/// it disturbs no system call.
void cellworker_restore_handlers(struct cellworker_report *report);

/// Whether an interrupt is waiting.
int cellworker_is_interrupted(void);

/// Forgets the interrupt that is waiting.
void cellworker_clear_interrupt(void);

/// Waits until a descriptor can be read or something is in Dispatch's main queue, an interrupt
/// arrives, or the time is up; negative: for ever. Returns 1 when an interrupt ended the wait.
int cellworker_wait(int descriptor, int64_t nanoseconds);

/// Makes this process the first that the system ends when memory runs out.
void cellworker_offer_to_memory_killer(void);

/// Puts the main thread's number, in a copy of a process of another number, in place of that one,
/// wherever it is kept for the thread: Swift's `Mutex` does so in every object that locks one.
void cellworker_renumber_thread(int32_t before);

/// Returns how many calls lie under the `throw` of an error, and sets where they are noted, the
/// innermost first; 0 where another error was thrown last.
uint32_t cellworker_thrown_frames(const void *error, const uint64_t **frames);

/// Has memory that this process shares with the one that it was forked from copied in large pieces
/// where a cell writes to much of it, until the end of that is asked for.
void cellworker_begin_copying_ahead(void);

/// Ends the copying ahead.
void cellworker_end_copying_ahead(void);

/// Notes the state of Dispatch, before any cell uses it.
void cellworker_save_dispatch(void);

/// Puts Dispatch back into the noted state, but for what waits in the main queue, in a copy of a
/// process of another number, which lacks the thread of its manager.
void cellworker_reset_dispatch(int32_t before);

/// Notes a descriptor to which a byte is written when something is put into Dispatch's main queue for
/// the first time.
void cellworker_note_bell(int descriptor);

/// Returns the descriptor that can be read while something is in Dispatch's main queue; -1 where that
/// has not been used.
int cellworker_main_queue_handle(void);

/// Runs what waits in Dispatch's main queue.
void cellworker_run_main_queue(void);

/// Returns how many threads this process has without those that a copy can do without; waits for those
/// that are about to end, and has those of Dispatch's pool end that have nothing to do.
int cellworker_thread_count(void);
