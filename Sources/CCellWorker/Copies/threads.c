// The threads of the process besides the main one, and whether a copy can do without them. Each is
// tracked from the call that creates it until the system has forgotten it, which distinguishes
// three kinds that look alike from outside: threads that have ended and are only being cleaned up,
// idle threads of Dispatch's own pool, and working threads. The first are waited for. The second
// are told that their time is up, upon which they end as they would after five seconds. Whether a
// working thread is about to become one of the others shows once it has had the processor for a
// moment: this is measured by the thread's own clock rather than by real time, which also passes
// while the thread waits for its turn on a busy machine.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "CCellWorker.h"
#include "internal.h"

/// Maximum numbers, and times in nanoseconds.
enum {
    maximum_threads = 256,
    maximum_semaphores = 32,
    /// The processor time that a thread gets to become idle or to end.
    moment = 5000000,
    /// The time to wait for threads that make no progress although they could.
    patience = 2000000000,
    time_between_looks = 200000,
    /// The number of consecutive checks at which a thread must be asleep to count as at rest.
    looks_at_rest = 10,
};

/// The activity of a thread.
enum activity {
    /// It runs, or sleeps in code that is not Dispatch's.
    working,
    /// It belongs to Dispatch's pool and is idle.
    idle,
    /// It is Dispatch's manager and is idle.
    waiting,
    /// It sleeps or waits in a call in which it can be parked.
    resting,
    /// It has reached the end of its function.
    leaving,
};

/// A thread, from the call that creates it until the system has forgotten it.
struct thread {
    /// The system's number of the thread; 0 if this record is free, `unborn` if the thread has not
    /// started.
    atomic_int number;
    atomic_int activity;
    /// The semaphore for which it waits while idle.
    sem_t *_Atomic semaphore;
    /// Whether it runs a function of Dispatch's.
    int is_dispatch;
    /// Whether only a signal makes it check whether it is to park.
    atomic_int waits_for_signal;
    /// The state with which it continues while it is parked; else NULL.
    struct cellworker_rest *_Atomic rest;
    /// The number of the time at which it was parked.
    atomic_int parking;
    /// The part of the stack that Dispatch's manager does not use while it waits.
    char *stack_start, *stack_end;
};

enum { unborn = -1 };

/// The threads.
static struct thread threads[maximum_threads];

/// The record of the calling thread; NULL for the main thread and for unrecorded threads.
static _Thread_local struct thread *own;

/// For each semaphore, the number of waiting threads that have been told to end and have not
/// noticed yet.
static struct {
    sem_t *_Atomic semaphore;
    atomic_int count;
} dismissals[maximum_semaphores];

// MARK: Beginning and end

/// The work of a new thread.
struct start {
    void *(*function)(void *);
    void *argument;
    struct thread *thread;
};

/// Returns whether the system has forgotten a thread of this process.
static int is_gone(int number) {
    return syscall(SYS_tgkill, getpid(), number, 0) < 0 && errno == ESRCH;
}

/// Frees the record of a thread that has ended and been forgotten.
static int release_when_gone(struct thread *thread) {
    int number = thread->number;
    if (thread->activity != leaving || !is_gone(number)) return 0;
    return atomic_compare_exchange_strong(&thread->number, &number, 0);
}

/// Returns a record for a thread that is about to be created; NULL if there are too many.
static struct thread *claim(void) {
    for (int i = 0; i < maximum_threads; i++) {
        struct thread *thread = &threads[i];
        if (thread->number > 0) release_when_gone(thread);
        int none = 0;
        if (!atomic_compare_exchange_strong(&thread->number, &none, unborn)) continue;
        thread->activity = working;
        thread->rest = NULL;
        thread->stack_start = thread->stack_end = NULL;
        return thread;
    }
    return NULL;
}

/// Records that a thread has reached the end of its function.
static void leave(void *thread) {
    ((struct thread *)thread)->activity = leaving;
}

/// The entry point of a thread.
static void *begin(void *argument) {
    struct start start = *(struct start *)argument;
    free(argument);
    own = start.thread;
    own->is_dispatch = cellworker_is_dispatch_code((const void *)start.function);
    own->number = gettid();
    void *result = NULL;
    pthread_cleanup_push(leave, own);
    result = start.function(start.argument);
    pthread_cleanup_pop(1);
    return result;
}

/// Overrides the C library's version, to record the thread.
int pthread_create(
    pthread_t *handle, const pthread_attr_t *attributes, void *(*function)(void *),
    void *argument) {
    ORIGINAL(pthread_create);
    struct start *start = malloc(sizeof *start);
    struct thread *thread = start ? claim() : NULL;
    if (!thread) {
        free(start);
        return original(handle, attributes, function, argument);
    }
    *start = (struct start){function, argument, thread};
    int error = original(handle, attributes, begin, start);
    if (error) {
        thread->number = 0;
        free(start);
    }
    return error;
}

/// Forgets a thread that this process lacks, and unmaps its stack.
static void forget(struct thread *thread) {
    // After an ordinary fork, the C library reuses the stack.
    if (cellworker_are_threads_parking() && thread->stack_end > thread->stack_start)
        munmap(thread->stack_start, (size_t)(thread->stack_end - thread->stack_start));
    memset(thread, 0, sizeof *thread);
}

void cellworker_forget_threads(void) {
    for (int i = 0; i < maximum_threads; i++)
        if (threads[i].number != 0 && !threads[i].rest) forget(&threads[i]);
    memset(dismissals, 0, sizeof dismissals);
}

// MARK: Threads that rest

int cellworker_may_rest(void) {
    return own && !own->is_dispatch;
}

void cellworker_note_resting(int is_resting) {
    own->activity = is_resting ? resting : working;
}

void cellworker_note_parked(struct cellworker_rest *rest, int parking) {
    own->number = gettid();
    own->parking = parking;
    own->rest = rest;
}

int cellworker_resting_threads(void) {
    int count = 0;
    for (int i = 0; i < maximum_threads; i++)
        count += threads[i].number > 0 && (threads[i].activity == resting || threads[i].rest);
    return count;
}

void cellworker_wake_deaf_threads(int number) {
    for (int i = 0; i < maximum_threads; i++)
        if (threads[i].number > 0 && threads[i].waits_for_signal && !threads[i].rest)
            syscall(SYS_tgkill, getpid(), threads[i].number, number);
}

int cellworker_revive_each(int (*revive)(struct cellworker_rest *)) {
    for (int i = 0; i < maximum_threads; i++)
        if (threads[i].rest && !revive(threads[i].rest)) return 0;
    return 1;
}

// MARK: Dispatch's threads

/// Returns the counter of dismissed threads that wait for a semaphore; NULL if there are too many
/// semaphores.
static atomic_int *dismissals_of(sem_t *semaphore) {
    for (int i = 0; i < maximum_semaphores; i++) {
        sem_t *known = NULL;
        if (atomic_compare_exchange_strong(&dismissals[i].semaphore, &known, semaphore)
            || known == semaphore)
            return &dismissals[i].count;
    }
    return NULL;
}

/// Tells the idle threads at a semaphore that their time is up: as many as wait there, whichever of
/// them wake.
static void dismiss(sem_t *semaphore) {
    atomic_int *count = dismissals_of(semaphore);
    if (!count) return;
    int waiting = 0;
    for (int i = 0; i < maximum_threads; i++)
        waiting += threads[i].number > 0 && threads[i].activity == idle
            && threads[i].semaphore == semaphore;
    for (; *count < waiting; sem_post(semaphore)) ++*count;
}

/// Returns whether a thread that waited for a semaphore has been told to end.
static int hears_of_dismissal(sem_t *semaphore) {
    atomic_int *count = dismissals_of(semaphore);
    int before = count ? (int)*count : 0;
    while (before > 0)
        if (atomic_compare_exchange_weak(count, &before, before - 1)) return 1;
    return 0;
}

/// Calls the C library's `sem_wait`.
static int sem_wait_originally(sem_t *semaphore) {
    ORIGINAL(sem_wait);
    return original(semaphore);
}

/// Waits for a semaphore, until a moment or forever, and parks in between when it is asked to.
static int rest_at(
    __typeof__(sem_timedwait) *original, sem_t *semaphore, const struct timespec *end) {
    while (1) {
        own->waits_for_signal = 1;
        cellworker_note_resting(1);
        int result = end ? original(semaphore, end) : sem_wait_originally(semaphore);
        int error = errno;
        cellworker_note_resting(0);
        own->waits_for_signal = 0;
        int is_woken = result < 0 && error == EINTR && cellworker_are_threads_parking();
        if (is_woken) cellworker_answer_bell(0);
        errno = error;
        if (!is_woken) return result;
    }
}

/// Overrides the C library's version.
int sem_wait(sem_t *semaphore) {
    return cellworker_may_rest() ? rest_at(NULL, semaphore, NULL) : sem_wait_originally(semaphore);
}

/// Overrides the C library's version: an idle thread of Dispatch's pool, which waits for one of the
/// library's own semaphores, can be told to end.
int sem_timedwait(sem_t *semaphore, const struct timespec *end) {
    ORIGINAL(sem_timedwait);
    const void *caller = __builtin_return_address(0);
    if (cellworker_may_rest()) return rest_at(original, semaphore, end);
    if (!own || !cellworker_is_dispatch_code(caller)
        || !cellworker_is_dispatch_variable(semaphore))
        return original(semaphore, end);
    own->semaphore = semaphore;
    own->activity = idle;
    int result = original(semaphore, end);
    own->activity = working;
    if (result == 0 && hears_of_dismissal(semaphore)) {
        errno = ETIMEDOUT;
        return -1;
    }
    return result;
}

/// Records which part of the calling thread's stack lies below a frame.
static void note_stack(char *frame) {
    pthread_attr_t attributes;
    if (pthread_getattr_np(pthread_self(), &attributes) != 0) return;
    void *start = NULL;
    size_t size = 0;
    pthread_attr_getstack(&attributes, &start, &size);
    pthread_attr_destroy(&attributes);
    own->stack_start = start;
    own->stack_end = (char *)((uintptr_t)frame & ~((uintptr_t)getpagesize() - 1));
}

/// Overrides the C library's version: in Dispatch, only the manager calls it.
int epoll_wait(int epoll, struct epoll_event *events, int capacity, int timeout) {
    ORIGINAL(epoll_wait);
    if (!own || !cellworker_is_dispatch_code(__builtin_return_address(0)))
        return original(epoll, events, capacity, timeout);
    if (!own->stack_start) note_stack(__builtin_frame_address(0));
    if (timeout != 0) own->activity = waiting;
    int count = original(epoll, events, capacity, timeout);
    own->activity = working;
    return count;
}

// MARK: Looking

// Listing the threads would not suffice: the list can omit some while another thread ends.
int cellworker_threads(void) {
    char text[1024];
    int file = open("/proc/self/stat", O_RDONLY | O_CLOEXEC);
    if (file < 0) return 1;
    ssize_t length = read(file, text, sizeof text - 1);
    close(file);
    text[length > 0 ? length : 0] = 0;
    // The second field, a name, may contain anything; the number of threads is the twentieth.
    const char *field = strrchr(text, ')');
    for (int number = 2; field && number < 20; number++) field = strchr(field + 1, ' ');
    return field ? atoi(field + 1) : 1;
}

/// Returns the time of a clock in nanoseconds.
static int64_t nanoseconds(clockid_t clock) {
    struct timespec time = {0, 0};
    clock_gettime(clock, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

clockid_t cellworker_clock_of_thread(int number) {
    // The same formula as in the system's own header.
    return (clockid_t)(~(unsigned)number << 3 | 6);
}

/// Returns the processor time of a thread of this process.
static int64_t processor_time(int number) {
    return nanoseconds(cellworker_clock_of_thread(number));
}

/// Returns whether a thread is asleep according to the system.
static int is_asleep(int number) {
    char path[64], text[512];
    snprintf(path, sizeof path, "/proc/self/task/%d/stat", number);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return 0;
    ssize_t length = read(file, text, sizeof text - 1);
    close(file);
    text[length > 0 ? length : 0] = 0;
    const char *field = strrchr(text, ')');
    return field && field[1] == ' ' && field[2] != 'R';
}

/// The observations of a thread since the waiting began.
struct sight {
    int number;
    /// Its processor time at the first and at the last check.
    int64_t first, last;
    /// The number of checks at which it has been asleep since it last made progress.
    int looks;
};

/// What has been seen of the threads since observation started.
static struct sight sights[maximum_threads];

/// Returns whether a working thread is about to become idle or to end: it has had little processor
/// time, and either wants more or has been asleep only for a moment, as while waiting for a lock.
static int is_under_way(int number, struct sight *sight) {
    if (cellworker_is_given_up(cellworker_thread_clocks)) return 0;
    int64_t time = processor_time(number);
    if (sight->number != number) *sight = (struct sight){number, time, time, 0};
    if (sight->last != time || !is_asleep(number)) sight->looks = 0;
    else sight->looks++;
    sight->last = time;
    return time - sight->first < moment && sight->looks < looks_at_rest;
}

/// Returns whether any threads are about to become idle or to end; dismisses the idle ones.
static int are_under_way(void) {
    int result = 0;
    for (int i = 0; i < maximum_threads; i++) {
        struct thread *thread = &threads[i];
        int number = thread->number;
        if (number == 0 || release_when_gone(thread)) continue;
        switch ((enum activity)thread->activity) {
        case leaving: result = 1; break;
        case idle:
            dismiss(thread->semaphore);
            result = 1;
            break;
        case waiting: break;
        case resting: break;
        // A revived thread may not have started yet.
        case working:
            result |= thread->rest || number == unborn || is_under_way(number, &sights[i]);
            break;
        }
    }
    return result;
}

int cellworker_are_threads_parked(int parking, int *is_hopeless) {
    int result = 1;
    for (int i = 0; i < maximum_threads; i++) {
        struct thread *thread = &threads[i];
        int number = thread->number;
        if (number == 0 || thread->activity == waiting || release_when_gone(thread)) continue;
        if (thread->rest && thread->parking == parking) continue;
        result = 0;
        // A thread of Dispatch's pool that has become idle meanwhile ends, as before the count.
        if (thread->activity == idle) dismiss(thread->semaphore);
        if (thread->activity == idle || thread->activity == leaving) continue;
        if (is_hopeless && number != unborn && !is_under_way(number, &sights[i])) *is_hopeless = 1;
    }
    return result;
}

void cellworker_begin_looking(void) {
    memset(sights, 0, sizeof sights);
}

/// Returns whether Dispatch's manager exists and is idle.
static int is_manager_waiting(void) {
    for (int i = 0; i < maximum_threads; i++)
        if (threads[i].number > 0 && threads[i].activity == waiting) return 1;
    return 0;
}

/// Returns the number of this process's threads, except those that a copy can do without or can have.
static int count_in_the_way(void) {
    int count = cellworker_threads();
    if (count > 1 && cellworker_is_manager_dispensable() && is_manager_waiting()) count--;
    if (count > 1 && cellworker_can_revive_threads()) count -= cellworker_resting_threads();
    return count;
}

int cellworker_thread_count(void) {
    cellworker_begin_looking();
    const struct timespec pause = {0, time_between_looks};
    int64_t end = nanoseconds(CLOCK_MONOTONIC) + patience;
    // A thread may begin to do something between being looked at and being counted. So it counts only if
    // it is seen twice.
    int settled = 0;
    while (cellworker_threads() > 1) {
        settled = are_under_way() ? 0 : settled + 1;
        // Counted afterwards: a thread that still existed at the check may have been the last to
        // go.
        int count = count_in_the_way();
        if (settled > 0 && count <= 1) return count;
        if (settled > 1 || nanoseconds(CLOCK_MONOTONIC) > end) return count;
        nanosleep(&pause, NULL);
    }
    return 1;
}
