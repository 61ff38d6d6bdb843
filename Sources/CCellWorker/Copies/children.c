// The processes that Foundation has started and may not have waited for. Only this process can wait for
// them; in a copy, Foundation would report that each has ended successfully.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <signal.h>
#include <spawn.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/wait.h>

#include "CCellWorker.h"
#include "internal.h"

/// The largest number of processes.
enum { maximum_children = 64 };

/// The numbers of the processes; 0 in free places.
static atomic_int children[maximum_children];

/// Whether there have been more than there are places for.
static atomic_int has_more_children;

/// Returns whether a process is a child for which nobody has waited.
static int is_child(int number) {
    siginfo_t information;
    return waitid(P_PID, (id_t)number, &information, WEXITED | WNOHANG | WNOWAIT) == 0;
}

int cellworker_has_children(void) {
    int result = has_more_children;
    for (int i = 0; i < maximum_children; i++) {
        int number = children[i];
        if (number == 0) continue;
        if (is_child(number)) result = 1;
        else children[i] = 0;
    }
    return result;
}

/// Returns whether an address is in Foundation's code.
static int is_foundation_code(const void *address) {
    uint64_t base;
    const char *path = cellworker_object_at((uint64_t)address, &base);
    const char *name = path ? strrchr(path, '/') : NULL;
    return name && strcmp(name, "/libFoundation.so") == 0;
}

/// Overrides the C library's version, to record what Foundation starts.
int posix_spawn(
    pid_t *child, const char *path, const posix_spawn_file_actions_t *actions,
    const posix_spawnattr_t *attributes, char *const arguments[], char *const environment[]) {
    ORIGINAL(posix_spawn);
    int error = original(child, path, actions, attributes, arguments, environment);
    if (error || !is_foundation_code(__builtin_return_address(0))) return error;
    cellworker_has_children();
    for (int i = 0; i < maximum_children; i++) {
        int none = 0;
        if (atomic_compare_exchange_strong(&children[i], &none, *child)) return 0;
    }
    has_more_children = 1;
    return 0;
}

void cellworker_forget_children(void) {
    memset(children, 0, sizeof children);
    has_more_children = 0;
}
