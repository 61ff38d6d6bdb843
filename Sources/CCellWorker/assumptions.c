// What the worker relies on about the C library, Dispatch and the system without any document that
// promises it. Each is checked at the worker's start, in microseconds. One that does not hold is
// given up: what depends on it is not done, and what is done instead is safe.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <stdint.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include "CCellWorker.h"
#include "internal.h"

/// The assumptions that have been given up, one bit each.
static unsigned given_up;

void cellworker_give_up(enum cellworker_assumption assumption) {
    given_up |= 1u << assumption;
}

int cellworker_is_given_up(enum cellworker_assumption assumption) {
    return given_up >> assumption & 1;
}

/// Returns whether a symbol of the runtime can be found.
static int has_symbol(const char *name) {
    return dlsym(RTLD_DEFAULT, name) != NULL;
}

/// Returns whether memory can be writable and executable.
static int can_execute_memory(void) {
    int access = PROT_READ | PROT_WRITE | PROT_EXEC;
    void *page = mmap(NULL, 4096, access, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED) return 0;
    munmap(page, 4096);
    return 1;
}

/// Returns whether the main thread's clock is the one that its number gives.
static int is_clock_of_number(void) {
    clockid_t clock;
    if (pthread_getcpuclockid(pthread_self(), &clock) != 0) return 0;
    return clock == cellworker_clock_of_thread(gettid());
}

int cellworker_holds(enum cellworker_assumption assumption) {
    switch (assumption) {
    case cellworker_redirected_calls:
        return has_symbol("swift_errorInMain") && has_symbol("swift_job_run")
            && has_symbol("$sScTss5NeverORszABRs_rlE11isCancelledSbvgZ")
            && has_symbol("$sScTss5NeverORszABRs_rlE17checkCancellationyyKFZ")
            && has_symbol("swift_willThrow");
    case cellworker_dispatch_variables: return cellworker_has_dispatch_variables();
    case cellworker_thread_numbers: return cellworker_has_thread_numbers();
    case cellworker_thread_clocks: return is_clock_of_number();
    case cellworker_executable_memory: return can_execute_memory();
    case cellworker_shared_pages: return cellworker_knows_pages();
    }
    return 0;
}
