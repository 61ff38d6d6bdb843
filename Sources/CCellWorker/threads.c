// The threads of the process besides the main one: whether a copy of it can do without them. Each is
// known from the call that makes it to the moment at which the system has forgotten it, so that three
// kinds that look alike from outside are told apart: those that have ended and are only being cleared
// away, those of Dispatch's own pool that have nothing to do, and those that run. The first are waited
// for. The second are told that their time is up, upon which they end as they would after five
// seconds. Whether one of the third kind is about to become one of the others shows when it has had
// the processor for a moment: so that is waited for, by the thread's own clock, and not by ours, which
// goes on while the thread waits for its turn on a busy machine.
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
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "CCellWorker.h"
#include "internal.h"

/// Numbers of things, and times in nanoseconds.
enum {
    maximum_threads = 256,
    maximum_semaphores = 32,
    /// How much of the processor's time a thread gets to come to rest or to its end.
    moment = 5000000,
    /// How long to wait for threads that make no progress, though they could.
    patience = 2000000000,
    time_between_looks = 200000,
    /// At how many looks in a row a thread has to be asleep to be at rest.
    looks_at_rest = 10,
};

/// What a thread does.
enum activity {
    /// It runs, or sleeps in code that is nobody's business.
    working,
    /// It is one of Dispatch's pool and has nothing to do.
    idle,
    /// It is the manager of Dispatch and has nothing to do.
    waiting,
    /// It has come to the end of its function.
    leaving,
};

/// A thread, from the call that makes it until the system has forgotten it.
struct thread {
    /// The system's number for it; 0 where this describes none, `unborn` where it has not begun.
    atomic_int number;
    atomic_int activity;
    /// What it waits for while it has nothing to do.
    sem_t *_Atomic semaphore;
};

enum { unborn = -1 };

/// The threads.
static struct thread threads[maximum_threads];

/// The calling thread's description; NULL for the main thread and for those that nobody noted.
static _Thread_local struct thread *own;

/// How many of the threads that wait for a semaphore have been told to end and have not heard of it.
static struct {
    sem_t *_Atomic semaphore;
    atomic_int count;
} dismissals[maximum_semaphores];

// MARK: Beginning and end

/// What a thread is to do.
struct start {
    void *(*function)(void *);
    void *argument;
    struct thread *thread;
};

/// Whether the system has forgotten a thread of this process.
static int is_gone(int number) {
    return syscall(SYS_tgkill, getpid(), number, 0) < 0 && errno == ESRCH;
}

/// Frees the description of a thread that has left and is gone.
static int release_when_gone(struct thread *thread) {
    int number = thread->number;
    if (thread->activity != leaving || !is_gone(number)) return 0;
    return atomic_compare_exchange_strong(&thread->number, &number, 0);
}

/// Returns a description for a thread that is about to be made; NULL where there are too many.
static struct thread *claim(void) {
    for (int i = 0; i < maximum_threads; i++) {
        struct thread *thread = &threads[i];
        if (thread->number > 0) release_when_gone(thread);
        int none = 0;
        if (!atomic_compare_exchange_strong(&thread->number, &none, unborn)) continue;
        thread->activity = working;
        return thread;
    }
    return NULL;
}

/// Notes that a thread has come to the end of its function.
static void leave(void *thread) {
    ((struct thread *)thread)->activity = leaving;
}

/// Runs a thread.
static void *begin(void *argument) {
    struct start start = *(struct start *)argument;
    free(argument);
    own = start.thread;
    own->number = gettid();
    void *result = NULL;
    pthread_cleanup_push(leave, own);
    result = start.function(start.argument);
    pthread_cleanup_pop(1);
    return result;
}

/// The worker's own version, which the dynamic linker finds first.
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

void cellworker_forget_threads(void) {
    memset(threads, 0, sizeof threads);
    memset(dismissals, 0, sizeof dismissals);
}

// MARK: Dispatch's threads

/// Returns how many threads that wait for a semaphore have been told to end and have not heard of it;
/// NULL where there is no place for the number.
static atomic_int *dismissals_of(sem_t *semaphore) {
    for (int i = 0; i < maximum_semaphores; i++) {
        sem_t *known = NULL;
        if (atomic_compare_exchange_strong(&dismissals[i].semaphore, &known, semaphore)
            || known == semaphore)
            return &dismissals[i].count;
    }
    return NULL;
}

/// Tells the threads that wait for work at a semaphore that their time is up: as many as wait there,
/// whichever of them hear of it.
static void dismiss(sem_t *semaphore) {
    atomic_int *count = dismissals_of(semaphore);
    if (!count) return;
    int waiting = 0;
    for (int i = 0; i < maximum_threads; i++)
        waiting += threads[i].number > 0 && threads[i].activity == idle
            && threads[i].semaphore == semaphore;
    for (; *count < waiting; sem_post(semaphore)) ++*count;
}

/// Whether a thread that waited for a semaphore has been told to end.
static int hears_of_dismissal(sem_t *semaphore) {
    atomic_int *count = dismissals_of(semaphore);
    int before = count ? (int)*count : 0;
    while (before > 0)
        if (atomic_compare_exchange_weak(count, &before, before - 1)) return 1;
    return 0;
}

/// The worker's own version, which the dynamic linker finds first: a thread of Dispatch's pool that
/// waits for work, in one of the library's own variables, can be told to end.
int sem_timedwait(sem_t *semaphore, const struct timespec *end) {
    ORIGINAL(sem_timedwait);
    const void *caller = __builtin_return_address(0);
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

/// The worker's own version, which the dynamic linker finds first: nobody else in Dispatch than its
/// manager calls this.
int epoll_wait(int epoll, struct epoll_event *events, int capacity, int timeout) {
    ORIGINAL(epoll_wait);
    if (!own || !cellworker_is_dispatch_code(__builtin_return_address(0)))
        return original(epoll, events, capacity, timeout);
    if (timeout != 0) own->activity = waiting;
    int count = original(epoll, events, capacity, timeout);
    own->activity = working;
    return count;
}

// MARK: Looking

// A listing of the threads would not do: it can lack some where another ends at that moment.
int cellworker_threads(void) {
    char text[1024];
    int file = open("/proc/self/stat", O_RDONLY | O_CLOEXEC);
    if (file < 0) return 1;
    ssize_t length = read(file, text, sizeof text - 1);
    close(file);
    text[length > 0 ? length : 0] = 0;
    // The second field, a name, may hold anything; the number of threads is the twentieth.
    const char *field = strrchr(text, ')');
    for (int number = 2; field && number < 20; number++) field = strchr(field + 1, ' ');
    return field ? atoi(field + 1) : 1;
}

/// Returns a time in nanoseconds.
static int64_t nanoseconds(clockid_t clock) {
    struct timespec time = {0, 0};
    clock_gettime(clock, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

/// Returns for how long a thread of this process has had the processor.
static int64_t processor_time(int number) {
    // As the system's own header makes a clock of a thread's number.
    return nanoseconds((clockid_t)(~(unsigned)number << 3 | 6));
}

/// Whether a thread sleeps, by what the system says.
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

/// What was seen of a thread since somebody began to look.
struct sight {
    int number;
    /// For how long it had had the processor at first, and the last time.
    int64_t first, last;
    /// At how many looks it has been asleep since it last did something.
    int looks;
};

/// Whether a thread that works is on its way somewhere: it has not had the processor for long yet, and
/// either wants it or sleeps since a moment ago, as who waits for a lock does.
static int is_under_way(int number, struct sight *sight) {
    int64_t time = processor_time(number);
    if (sight->number != number) *sight = (struct sight){number, time, time, 0};
    if (sight->last != time || !is_asleep(number)) sight->looks = 0;
    else sight->looks++;
    sight->last = time;
    return time - sight->first < moment && sight->looks < looks_at_rest;
}

/// Whether there are threads that are about to come to rest or to be gone; dismisses those that can be.
static int are_under_way(struct sight *sights) {
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
        case working: result |= number == unborn || is_under_way(number, &sights[i]); break;
        }
    }
    return result;
}

/// Whether the manager of Dispatch is there and has nothing to do.
static int is_manager_waiting(void) {
    for (int i = 0; i < maximum_threads; i++)
        if (threads[i].number > 0 && threads[i].activity == waiting) return 1;
    return 0;
}

int cellworker_thread_count(void) {
    static struct sight sights[maximum_threads];
    memset(sights, 0, sizeof sights);
    const struct timespec pause = {0, time_between_looks};
    int64_t end = nanoseconds(CLOCK_MONOTONIC) + patience;
    int count = cellworker_threads();
    while (count > 1) {
        int is_settled = !are_under_way(sights);
        // Counted afterwards: who was there before may have been the last to be gone.
        count = cellworker_threads();
        if (is_settled || nanoseconds(CLOCK_MONOTONIC) > end) break;
        nanosleep(&pause, NULL);
    }
    if (count > 1 && cellworker_is_manager_dispensable() && is_manager_waiting()) count--;
    return count;
}
