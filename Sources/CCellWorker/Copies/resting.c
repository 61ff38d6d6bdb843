// Parking and reviving threads. A fork copies only the thread that calls it. So threads that sleep or
// wait are parked before a fork and revived in the copy: a new thread takes over the stack and the
// thread-local variables of each and continues where the original was parked. Foundation's `Process`
// keeps two threads forever, which wait in run loops; threads of cells mostly sleep, too.
//
// A thread parks itself, and only in the calls of `waits.c` and in waits for semaphores: it also waits
// for a descriptor there, the bell, or is woken by a signal. So no thread is stopped while it holds a
// lock of the C library, and its registers are those of a function call. A revived thread is shown the
// number of the original (`thread_number.c`), which is stored in the locks that it holds.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/futex.h>
#include <pthread.h>
#include <sched.h>
#include <setjmp.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "CCellWorker.h"
#include "internal.h"

enum {
    /// The size of the part of a `struct pthread` that contains the thread's number.
    description_size = 2304,
    /// The time between two looks at the threads, in nanoseconds, and after how many looks to check
    /// whether they still make progress.
    time_between_looks = 50000,
    looks_between_questions = 4,
    /// After how many wake-ups without a reason the bell's descriptor is taken for another's.
    false_alarms = 1000,
};

/// The longest time to wait for threads to park, in nanoseconds.
static const int64_t patience = 2000000000;

/// Forks without releasing the stacks of other threads; NULL in old C libraries.
extern pid_t _Fork(void) __attribute__((weak));

/// The offset of a thread's area for restartable sequences; NULL in old C libraries.
extern const ptrdiff_t __rseq_offset __attribute__((weak));

/// The state with which a parked thread continues, in this process or in a copy.
struct cellworker_rest {
    jmp_buf place;
    /// The number of the time at which it was parked.
    int parking;
    /// The thread pointer, and where the C library stores the thread's number.
    void *variables;
    int32_t *number;
    /// The number that the thread is shown.
    int32_t shown_number;
    sigset_t mask;
    char name[16];
    /// The list of robust locks.
    void *locks;
    size_t locks_size;
    /// The stack on which its successor in a copy starts.
    _Alignas(16) char stack[4096];
};

/// The number of the time at which threads are to park; 0 while they are not to. A thread that is released
/// and asked again before it has left is not taken for parked, because it was parked another time.
static atomic_int parking;

/// How many times threads were to park.
static int parkings;

/// The descriptor that is readable while threads are to park; -1 if there is none.
static atomic_int bell = -1;

/// The number of wake-ups by the bell without a reason.
static atomic_int alarms;

void cellworker_prepare_resting(int lowest) {
    int number = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (number < 0) return;
    bell = fcntl(number, F_DUPFD_CLOEXEC, lowest);
    close(number);
}

// MARK: - Parking

/// Returns where the C library stores the calling thread's number; NULL if it is not found.
static int32_t *find_number(void) {
    char *description = (char *)pthread_self();
    int32_t number = cellworker_shown_number();
    for (size_t i = 0; i < description_size; i += sizeof number)
        if (*(int32_t *)(description + i) == number) return (int32_t *)(description + i);
    return NULL;
}

/// Records the calling thread's state outside its stack.
static void note_circumstances(struct cellworker_rest *rest) {
    rest->variables = __builtin_thread_pointer();
    rest->number = find_number();
    rest->shown_number = cellworker_shown_number();
    pthread_sigmask(SIG_BLOCK, NULL, &rest->mask);
    prctl(PR_GET_NAME, rest->name);
    if (syscall(SYS_get_robust_list, 0, &rest->locks, &rest->locks_size) < 0) rest->locks = NULL;
}

/// Gives the calling thread, which is new, the state of the original.
static void restore_circumstances(const struct cellworker_rest *rest) {
    prctl(PR_SET_NAME, rest->name);
    if (rest->locks) syscall(SYS_set_robust_list, rest->locks, rest->locks_size);
    // Not registered for the new thread: the C library is to ask the system for the processor.
    enum { processor_offset = 4 };
    if (&__rseq_offset)
        *(int32_t *)((char *)rest->variables + __rseq_offset + processor_offset) = -2;
    cellworker_show_number(rest->shown_number);
    pthread_sigmask(SIG_SETMASK, &rest->mask, NULL);
}

/// Blocks until threads are to continue. In a copy, the successor of the thread returns from here.
__attribute__((noinline)) static void park(struct cellworker_rest *rest) {
    if (_setjmp(rest->place) == 0) {
        int now = rest->parking;
        cellworker_note_parked(rest, now);
        while (parking == now) syscall(SYS_futex, &parking, FUTEX_WAIT_PRIVATE, now, NULL, NULL, 0);
    } else {
        restore_circumstances(rest);
    }
    cellworker_note_parked(NULL, 0);
}

int cellworker_bell(void) {
    return bell;
}

void cellworker_answer_bell(int is_broken) {
    // A cell may have closed it and opened another file with its number.
    int now = parking;
    if (is_broken || (now == 0 && ++alarms > false_alarms)) bell = -1;
    if (now == 0 || is_broken) return;
    alarms = 0;
    struct cellworker_rest rest;
    rest.parking = now;
    note_circumstances(&rest);
    if (rest.number) park(&rest);
}

/// Lets the parked threads continue.
static void end_parking(void) {
    eventfd_t ignored;
    eventfd_read(bell, &ignored);
    parking = 0;
    syscall(SYS_futex, &parking, FUTEX_WAKE_PRIVATE, INT_MAX, NULL, NULL, 0);
}

int cellworker_are_threads_parking(void) {
    return parking;
}

/// The signal for threads that wait for semaphores. It is ignored by default.
enum { wake_up_signal = SIGURG };

/// Does nothing: the interrupted call returns.
static void wake_up(int number) {
    (void)number;
}

/// Installs the signal's handler, which a cell may have replaced.
static void install_wake_up(void) {
    struct sigaction action = {.sa_handler = wake_up};
    sigemptyset(&action.sa_mask);
    sigaction(wake_up_signal, &action, NULL);
}

int cellworker_can_revive_threads(void) {
    return _Fork && bell >= 0 && !cellworker_has_children();
}

/// Waits until all threads are parked; returns 0 if one of them does something else.
static int await_parking(void) {
    const struct timespec pause = {0, time_between_looks};
    int64_t end = cellworker_now() + patience;
    cellworker_begin_looking();
    for (int look = 1;; look++) {
        int is_hopeless = 0;
        int is_asked = look % looks_between_questions == 0;
        if (cellworker_are_threads_parked(parking, is_asked ? &is_hopeless : NULL)) return 1;
        if (is_hopeless || cellworker_now() > end) return 0;
        cellworker_wake_deaf_threads(wake_up_signal);
        nanosleep(&pause, NULL);
    }
}

int cellworker_park_threads(void) {
    if (cellworker_resting_threads() == 0) return 1;
    if (!cellworker_can_revive_threads()) return 0;
    parkings = parkings % INT_MAX + 1;
    parking = parkings;
    if (eventfd_write(bell, 1) < 0) {
        parking = 0;
        return 0;
    }
    install_wake_up();
    if (await_parking()) return 1;
    end_parking();
    return 0;
}

void cellworker_release_threads(void) {
    if (parking) end_parking();
}

// MARK: - Copies

/// Overrides the C library's version, which would reuse the stacks of the parked threads in the copy.
pid_t fork(void) {
    ORIGINAL(fork);
    return parking ? _Fork() : original();
}

/// Continues as a thread that was parked.
static int go_on(void *rest) {
    _longjmp(((struct cellworker_rest *)rest)->place, 1);
}

/// Starts a thread that continues as one that was parked; returns 0 if that fails.
static int revive(struct cellworker_rest *rest) {
    const int flags = CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD
        | CLONE_SYSVSEM | CLONE_SETTLS | CLONE_CHILD_CLEARTID;
    void *stack = rest->stack + sizeof rest->stack;
    return clone(go_on, stack, flags, rest, NULL, rest->variables, rest->number) > 0;
}

int cellworker_revive_threads(void) {
    cellworker_forget_children();
    if (!parking) return 1;
    // The descriptor is shared with the original process.
    int number = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    dup3(number, bell, O_CLOEXEC);
    close(number);
    parking = 0;
    return cellworker_revive_each(revive);
}
