// Overrides of the C library's calls that wait for descriptors or sleep. Threads that can be parked also
// wait for the bell in them (`resting.c`); otherwise they behave as the originals.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/select.h>
#include <time.h>
#include <unistd.h>

#include "CCellWorker.h"
#include "internal.h"

/// The largest number of descriptors that a thread can wait for and be parked.
enum { maximum_requests = 16 };

/// Returns whether the calling thread can be parked in a call from the code at an address.
static int can_rest(const void *caller) {
    return cellworker_bell() >= 0 && cellworker_may_rest() && !cellworker_is_dispatch_code(caller);
}

int64_t cellworker_now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

/// Returns the time until a moment; 0 if it has passed.
static struct timespec time_until(int64_t end) {
    int64_t left = end - cellworker_now();
    if (left < 0) left = 0;
    return (struct timespec){left / 1000000000, left % 1000000000};
}

/// Returns the moment after some time, at most the last one that can be represented.
static int64_t moment_after(int64_t seconds, int64_t nanoseconds) {
    int64_t start = cellworker_now(), most = INT64_MAX / 2000000000;
    return start + (seconds > most ? most : seconds) * 1000000000 + nanoseconds;
}

/// Waits for descriptors, and parks in between when it is asked to.
static int wait_for(
    __typeof__(ppoll) *original, struct pollfd *requests, nfds_t count,
    const struct timespec *timeout, const sigset_t *mask) {
    int64_t end = timeout ? moment_after(timeout->tv_sec, timeout->tv_nsec) : 0;
    while (1) {
        struct pollfd all[maximum_requests + 1];
        if (count > 0) memcpy(all, requests, count * sizeof *requests);
        all[count] = (struct pollfd){.fd = cellworker_bell(), .events = POLLIN};
        struct timespec left = time_until(end);
        cellworker_note_resting(1);
        int result = original(all, count + 1, timeout ? &left : NULL, mask);
        int error = errno;
        cellworker_note_resting(0);
        int answer = result > 0 ? all[count].revents : 0;
        // Events of the caller's come first.
        if (answer && result == 1) {
            cellworker_answer_bell(answer & ~POLLIN);
            continue;
        }
        for (nfds_t i = 0; i < count; i++) requests[i].revents = all[i].revents;
        errno = error;
        return result - (answer ? 1 : 0);
    }
}

int ppoll(
    struct pollfd *requests, nfds_t count, const struct timespec *timeout, const sigset_t *mask) {
    ORIGINAL(ppoll);
    if (count > maximum_requests || !can_rest(__builtin_return_address(0)))
        return original(requests, count, timeout, mask);
    return wait_for(original, requests, count, timeout, mask);
}

/// Waits for descriptors, for a caller of another function.
static int wait_as_ppoll(struct pollfd *requests, nfds_t count, const struct timespec *timeout) {
    ORIGINAL(ppoll);
    return wait_for(original, requests, count, timeout, NULL);
}

int poll(struct pollfd *requests, nfds_t count, int milliseconds) {
    ORIGINAL(poll);
    if (count > maximum_requests || !can_rest(__builtin_return_address(0)))
        return original(requests, count, milliseconds);
    struct timespec time = {milliseconds / 1000, milliseconds % 1000 * 1000000};
    return wait_as_ppoll(requests, count, milliseconds < 0 ? NULL : &time);
}

/// The descriptors that a call waits for.
struct sets {
    fd_set reading, writing, failing;
};

/// Copies the first descriptors of a set unless it is NULL: a caller's set may be shorter than the type.
static void copy_set(void *to, const void *from, int count) {
    if (to && from) memcpy(to, from, (size_t)(count + NFDBITS - 1) / NFDBITS * sizeof(fd_mask));
}

int select(
    int count, fd_set *reading, fd_set *writing, fd_set *failing, struct timeval *timeout) {
    ORIGINAL(select);
    if (!reading || count > FD_SETSIZE || cellworker_bell() >= FD_SETSIZE
        || !can_rest(__builtin_return_address(0)))
        return original(count, reading, writing, failing, timeout);
    int64_t end = timeout ? moment_after(timeout->tv_sec, timeout->tv_usec * 1000) : 0;
    while (1) {
        struct sets sets;
        memset(&sets, 0, sizeof sets);
        copy_set(&sets.reading, reading, count);
        copy_set(&sets.writing, writing, count);
        copy_set(&sets.failing, failing, count);
        int bell = cellworker_bell();
        if (bell >= 0) FD_SET(bell, &sets.reading);
        struct timespec time = time_until(end);
        struct timeval left = {time.tv_sec, time.tv_nsec / 1000};
        cellworker_note_resting(1);
        int result = original(
            bell < count ? count : bell + 1, &sets.reading, writing ? &sets.writing : NULL,
            failing ? &sets.failing : NULL, timeout ? &left : NULL);
        int error = errno;
        cellworker_note_resting(0);
        int is_heard = result > 0 && bell >= 0 && FD_ISSET(bell, &sets.reading);
        int is_broken =
            result < 0 && error == EBADF && bell >= 0 && fcntl(bell, F_GETFD) < 0;
        // Events of the caller's come first.
        if (is_broken || (is_heard && result == 1)) {
            cellworker_answer_bell(is_broken);
            continue;
        }
        if (is_heard) FD_CLR(bell, &sets.reading);
        if (result >= 0) {
            copy_set(reading, &sets.reading, count);
            copy_set(writing, &sets.writing, count);
            copy_set(failing, &sets.failing, count);
        }
        errno = error;
        return result - is_heard;
    }
}

// MARK: Sleeping

/// Sleeps for some time, and sets the time that is left if a signal ends that; returns 0 or an error.
static int sleep_for(struct timespec time, struct timespec *left) {
    int64_t end = moment_after(time.tv_sec, time.tv_nsec);
    int result = wait_as_ppoll(NULL, 0, &time);
    if (result == 0) return 0;
    if (left) *left = time_until(end);
    return errno;
}

/// Returns whether a time is valid.
static int is_valid(const struct timespec *time) {
    return time && time->tv_sec >= 0 && time->tv_nsec >= 0 && time->tv_nsec < 1000000000;
}

int nanosleep(const struct timespec *time, struct timespec *left) {
    ORIGINAL(nanosleep);
    if (!is_valid(time) || !can_rest(__builtin_return_address(0))) return original(time, left);
    errno = sleep_for(*time, left);
    return errno ? -1 : 0;
}

int clock_nanosleep(
    clockid_t clock, int flags, const struct timespec *time, struct timespec *left) {
    ORIGINAL(clock_nanosleep);
    if (!is_valid(time) || !can_rest(__builtin_return_address(0)))
        return original(clock, flags, time, left);
    if (!(flags & TIMER_ABSTIME)) return sleep_for(*time, left);
    struct timespec start;
    if (clock_gettime(clock, &start) < 0) return errno;
    struct timespec rest = {time->tv_sec - start.tv_sec, time->tv_nsec - start.tv_nsec};
    if (rest.tv_nsec < 0) rest = (struct timespec){rest.tv_sec - 1, rest.tv_nsec + 1000000000};
    return rest.tv_sec < 0 ? 0 : sleep_for(rest, NULL);
}

int usleep(useconds_t microseconds) {
    ORIGINAL(usleep);
    if (!can_rest(__builtin_return_address(0))) return original(microseconds);
    struct timespec time = {microseconds / 1000000, microseconds % 1000000 * 1000};
    errno = sleep_for(time, NULL);
    return errno ? -1 : 0;
}

unsigned sleep(unsigned seconds) {
    ORIGINAL(sleep);
    if (!can_rest(__builtin_return_address(0))) return original(seconds);
    struct timespec left = {0, 0};
    return sleep_for((struct timespec){seconds, 0}, &left) ? (unsigned)left.tv_sec : 0;
}
