#define _GNU_SOURCE
#include "CCellWorker.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <ucontext.h>
#include <unistd.h>
#include <unwind.h>

#include "internal.h"

/// The report that the handlers fill in.
static struct cellworker_report *current;

/// The stack address at which the worker has called the running cell; above it are calls of earlier
/// asynchronous cells, which never return.
static const uintptr_t *cell_base;

const uintptr_t *cellworker_cell_base(void) {
    return cell_base;
}

/// The highest address of the main thread's stack.
extern void *__libc_stack_end;

struct cellworker_report *cellworker_report_create(void) {
    void *memory = mmap(
        NULL, sizeof(struct cellworker_report), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS,
        -1, 0);
    return memory == MAP_FAILED ? NULL : memory;
}

const char *cellworker_report_message(const struct cellworker_report *report) {
    return report->message;
}

void cellworker_report_clear(struct cellworker_report *report) {
    report->signal = 0;
    report->is_stack_overflow = 0;
    report->address = 0;
    report->frame_count = 0;
    report->message[0] = 0;
}

/// Returns whether an address is where the main thread's stack would grow next.
static int is_below_stack(uint64_t address) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_STACK, &limit) < 0 || limit.rlim_cur == RLIM_INFINITY) return 0;
    uint64_t lowest = (uint64_t)__libc_stack_end - limit.rlim_cur;
    return address > lowest - (1 << 20) && address < lowest + (1 << 17);
}

/// The state of the unwinder.
struct walk {
    uint64_t fault;
    int is_past_handler, has_reached_cell;
};

/// Returns whether an address is on the main thread's stack, above the call of the running cell.
static int is_above_cell(uintptr_t address) {
    return cell_base && address > (uintptr_t)cell_base && address <= (uintptr_t)__libc_stack_end;
}

/// Records one frame of the unwinder's walk.
static _Unwind_Reason_Code note_frame(struct _Unwind_Context *context, void *argument) {
    struct walk *walk = argument;
    int is_exact = 0;
    uint64_t address = _Unwind_GetIPInfo(context, &is_exact);
    if (address == walk->fault) walk->is_past_handler = 1;
    if (!walk->is_past_handler) return _URC_NO_REASON;
    walk->has_reached_cell = is_above_cell(_Unwind_GetCFA(context));
    if (walk->has_reached_cell) return _URC_END_OF_STACK;
    if (current->frame_count == CELLWORKER_MAXIMUM_FRAMES) return _URC_END_OF_STACK;
    // A return address is after the call, possibly already on the next line.
    current->frames[current->frame_count++] = is_exact || address == 0 ? address : address - 1;
    return _URC_NO_REASON;
}

/// Returns the address of the instruction that a signal interrupted.
static uint64_t interrupted_address(const ucontext_t *context) {
#if defined(__x86_64__)
    return (uint64_t)context->uc_mcontext.gregs[REG_RIP];
#elif defined(__aarch64__)
    return context->uc_mcontext.pc;
#else
#error "Unroll runs on x86-64 and arm64"
#endif
}

/// Returns where the frame pointer of the main thread's interrupted function leads, if that is in the
/// stack between there and the running cell; otherwise NULL.
static const uintptr_t *interrupted_frame(const ucontext_t *context) {
#if defined(__x86_64__)
    uintptr_t frame = (uintptr_t)context->uc_mcontext.gregs[REG_RBP];
    uintptr_t stack = (uintptr_t)context->uc_mcontext.gregs[REG_RSP];
#elif defined(__aarch64__)
    uintptr_t frame = context->uc_mcontext.regs[29], stack = context->uc_mcontext.sp;
#endif
    int is_inside = frame >= stack && frame < (uintptr_t)cell_base;
    return is_inside && frame % sizeof frame == 0 ? (const uintptr_t *)frame : NULL;
}

/// Records the call stack, and lets the signal end the process.
static void handle(int number, siginfo_t *information, void *context) {
    // A second failure in this handler ends the process at once.
    signal(number, SIG_DFL);
    if (current->signal == 0) {
        current->signal = number;
        if (number == SIGSEGV || number == SIGBUS)
            current->address = (uint64_t)information->si_addr;
        current->is_stack_overflow = number == SIGSEGV && is_below_stack(current->address);
        struct walk walk = {.fault = interrupted_address(context)};
        current->frame_count = 0;
        _Unwind_Backtrace(note_frame, &walk);
        // Some functions of the runtime do not say how to unwind them. Other threads never reach the
        // cell, and a deep walk ends before it.
        int is_whole = walk.has_reached_cell || gettid() != getpid()
            || current->frame_count == CELLWORKER_MAXIMUM_FRAMES;
        const uintptr_t *frame = is_whole ? NULL : interrupted_frame(context);
        if (frame && current->frame_count > 0)
            current->frame_count = 1 + cellworker_calls_above(
                frame, current->frames + 1, CELLWORKER_MAXIMUM_FRAMES - 1);
    }
    // A signal that was sent by a process does not recur by itself.
    raise(number);
}

void cellworker_install_handlers(struct cellworker_report *report) {
    current = report;
    static char stack[1 << 16];
    stack_t alternative = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&alternative, NULL);
    struct sigaction action = {.sa_sigaction = handle, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    const int signals[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        sigaction(signals[i], &action, NULL);
    // The report describes the crash; a core file would only cost time and space.
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
}

void cellworker_note_runtime_message(const char *text, size_t length) {
    if (!current) return;
    size_t used = strnlen(current->message, sizeof current->message - 1);
    size_t space = sizeof current->message - 1 - used;
    if (length > space) length = space;
    memcpy(current->message + used, text, length);
    current->message[used + length] = 0;
}

void cellworker_note_cell(struct cellworker_report *report, const void *function) {
    cell_base = __builtin_frame_address(1);
    struct cellworker_object object;
    if (!cellworker_find_object(function, &object)) return;
    report->cell_start = object.start;
    report->cell_end = object.end;
    cellworker_note_loaded(&object);
}
