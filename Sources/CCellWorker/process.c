#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "CCellWorker.h"

/// Indicates whether an interrupt has been received.
static volatile sig_atomic_t interrupted;

/// Records an interrupt.
static void take_interrupt(int number) {
    (void)number;
    interrupted = 1;
}

/// Returns the set of signals that contains only the interrupt.
static sigset_t interrupt_only(void) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    return set;
}

void cellworker_hold_signals(void) {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, NULL);
}

void cellworker_restore_handlers(struct cellworker_report *report) {
    cellworker_hold_signals();
    sigset_t all;
    sigfillset(&all);
    const struct timespec now = {0, 0};
    while (sigtimedwait(&all, NULL, &now) > 0) {}
    interrupted = 0;
    struct sigaction action = {.sa_handler = take_interrupt};
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    cellworker_install_handlers(report);
    sigset_t set = interrupt_only();
    pthread_sigmask(SIG_SETMASK, &set, NULL);
}

int cellworker_is_interrupted(void) {
    if (interrupted) return 1;
    sigset_t pending;
    sigpending(&pending);
    return sigismember(&pending, SIGINT);
}

void cellworker_clear_interrupt(void) {
    sigset_t set = interrupt_only();
    struct timespec now = {0, 0};
    sigtimedwait(&set, NULL, &now);
    interrupted = 0;
}

int cellworker_wait(int descriptor, int64_t nanoseconds) {
    struct pollfd requests[] = {
        {.fd = descriptor, .events = POLLIN},
        // The system ignores negative descriptors.
        {.fd = cellworker_main_queue_handle(), .events = POLLIN},
    };
    struct timespec time = {nanoseconds / 1000000000, nanoseconds % 1000000000};
    sigset_t mask;
    pthread_sigmask(SIG_BLOCK, NULL, &mask);
    sigdelset(&mask, SIGINT);
    interrupted = 0;
    ppoll(requests, 2, nanoseconds < 0 ? NULL : &time, &mask);
    return interrupted;
}

void cellworker_offer_to_memory_killer(void) {
    int file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (file < 0) return;
    ssize_t ignored = write(file, "500", 3);
    (void)ignored;
    close(file);
}
