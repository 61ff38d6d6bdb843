// The numbers of threads in copies of the process. Swift's `Mutex`, Dispatch and others ask
// the system once for a thread's number and store it in a thread-local variable; a copy, which has
// another number, would then lock with the number of the original process. The variables have no
// names, but each is set directly after a call of `syscall`, which is overridden here: they are the
// variables that were zero at such a call and contain the number afterwards. Searching for the
// number alone would not suffice, because it may be half of a pointer.
//
// The other threads of a copy, which are revived there, are shown the numbers of the originals, because
// these are stored in the locks that the threads hold. The system knows the threads by other numbers.
// So it cannot operate the locks of Swift and Dispatch that name their owner, and this file does.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <link.h>
#include <linux/futex.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "CCellWorker.h"
#include "internal.h"

/// The maximum number of known call sites that ask for the number; each asks once.
enum { maximum_callers = 256 };

/// A call site that has asked, and the main thread's variables of its object at that time.
struct question {
    uintptr_t caller;
    int32_t *variables, *before;
    size_t count;
};

/// The call sites so far; for the first `settled` ones, the variable has been found.
static struct {
    struct question all[maximum_callers];
    int count, settled;
} questions;

/// The variables that contain the number.
static struct {
    int32_t *variables[maximum_callers];
    int count;
} kept;

/// Finds the calling thread's variables of the object that contains the caller.
static int find_variables(struct dl_phdr_info *information, size_t size, void *argument) {
    (void)size;
    struct question *question = argument;
    size_t bytes = 0;
    int is_caller = 0;
    for (int i = 0; i < information->dlpi_phnum; i++) {
        const ElfW(Phdr) *header = &information->dlpi_phdr[i];
        uintptr_t start = information->dlpi_addr + header->p_vaddr;
        if (header->p_type == PT_LOAD && question->caller - start < header->p_memsz) is_caller = 1;
        if (header->p_type == PT_TLS) bytes = header->p_memsz;
    }
    if (!is_caller) return 0;
    question->variables = information->dlpi_tls_data;
    question->count = question->variables ? bytes / sizeof *question->variables : 0;
    return 1;
}

/// Records that the main thread is about to be told its number.
static void note_question(const void *caller) {
    for (int i = 0; i < questions.count; i++)
        if (questions.all[i].caller == (uintptr_t)caller) return;
    if (questions.count == maximum_callers) return;
    struct question question = {.caller = (uintptr_t)caller};
    dl_iterate_phdr(find_variables, &question);
    if (question.count > 0) {
        size_t size = question.count * sizeof *question.before;
        question.before = malloc(size);
        if (question.before) memcpy(question.before, question.variables, size);
        else question.count = 0;
    }
    questions.all[questions.count++] = question;
}

// MARK: Shown numbers

/// The number that the calling thread is shown if it is not the system's; else 0.
static _Thread_local int32_t shown;

int32_t cellworker_shown_number(void) {
    return shown ? shown : gettid();
}

void cellworker_show_number(int32_t number) {
    shown = number;
}

// MARK: Locks that name their owner

/// Acquires a lock, and marks it as having waiters; returns 0 or an error.
static int take_lock(
    __typeof__(syscall) *original, _Atomic uint32_t *lock, long scope, const void *end) {
    uint32_t own = (uint32_t)cellworker_shown_number();
    while (1) {
        uint32_t held = 0;
        if (atomic_compare_exchange_strong(lock, &held, own | FUTEX_WAITERS)) return 0;
        if ((held & FUTEX_TID_MASK) == own) return EDEADLK;
        uint32_t waited = held | FUTEX_WAITERS;
        if (!atomic_compare_exchange_strong(lock, &held, waited)) continue;
        long operation = FUTEX_WAIT_BITSET | FUTEX_CLOCK_REALTIME | scope;
        if (original(SYS_futex, lock, operation, waited, end, NULL, FUTEX_BITSET_MATCH_ANY) < 0
            && errno == ETIMEDOUT)
            return ETIMEDOUT;
    }
}

/// Acquires a lock unless it is held; returns 0 or an error.
static int try_lock(_Atomic uint32_t *lock) {
    uint32_t none = 0;
    uint32_t own = (uint32_t)cellworker_shown_number();
    if (atomic_compare_exchange_strong(lock, &none, own)) return 0;
    return (none & FUTEX_TID_MASK) == own ? EDEADLK : EAGAIN;
}

/// Releases a lock, and wakes a waiter; returns 0 or an error.
static int give_back(__typeof__(syscall) *original, _Atomic uint32_t *lock, long scope) {
    if ((*lock & FUTEX_TID_MASK) != (uint32_t)cellworker_shown_number()) return EPERM;
    *lock = 0;
    original(SYS_futex, lock, FUTEX_WAKE | scope, 1, NULL, NULL, 0);
    return 0;
}

/// Overrides the C library's version.
long syscall(long number, ...) {
    ORIGINAL(syscall);
    long values[6];
    va_list arguments;
    va_start(arguments, number);
    for (int i = 0; i < 6; i++) values[i] = va_arg(arguments, long);
    va_end(arguments);
    if (number == SYS_gettid && shown) return shown;
    if (number == SYS_futex) {
        _Atomic uint32_t *lock = (_Atomic uint32_t *)values[0];
        long scope = values[1] & FUTEX_PRIVATE_FLAG;
        int error = -1;
        switch (values[1] & FUTEX_CMD_MASK) {
        case FUTEX_LOCK_PI: error = take_lock(original, lock, scope, (void *)values[3]); break;
        case FUTEX_TRYLOCK_PI: error = try_lock(lock); break;
        case FUTEX_UNLOCK_PI: error = give_back(original, lock, scope); break;
        }
        if (error == 0) return 0;
        if (error > 0) {
            errno = error;
            return -1;
        }
    }
    long result =
        original(number, values[0], values[1], values[2], values[3], values[4], values[5]);
    if (number == SYS_gettid && result == getpid()) note_question(__builtin_return_address(0));
    return result;
}

// MARK: Copies

/// Records the variable that contains the result of a call.
static void settle(struct question *question, int32_t number) {
    for (size_t i = 0; i < question->count && kept.count < maximum_callers; i++)
        if (question->before[i] == 0 && question->variables[i] == number)
            kept.variables[kept.count++] = &question->variables[i];
    free(question->before);
    question->before = NULL;
}

/// Finds the variables of the call sites that have asked since the last time.
static void settle_all(int32_t number) {
    while (questions.settled < questions.count)
        settle(&questions.all[questions.settled++], number);
}

int cellworker_has_thread_numbers(void) {
    settle_all(getpid());
    return kept.count > 0;
}

void cellworker_renumber_thread(int32_t before) {
    settle_all(before);
    for (int i = 0; i < kept.count; i++)
        if (*kept.variables[i] == before) *kept.variables[i] = getpid();
}
