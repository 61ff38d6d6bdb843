// Hard resource limits. Only a privileged process can raise a hard limit again, and the process
// that runs a cell holds the session afterwards. So a cell that lowers both limits of a resource
// lowers only the soft one, which applies to the cell and to the programs that it starts, and is
// put back at the end of the cell.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sys/resource.h>
#include <unistd.h>

#include "CCellWorker.h"
#include "internal.h"

/// Overrides a function of the C library that sets the limits of this process.
#define SETTING(name, current, type) \
    int name(__rlimit_resource_t resource, const struct type *limits) { \
        ORIGINAL(name); \
        struct type now, kept; \
        if (!limits || current(resource, &now) < 0 || limits->rlim_max >= now.rlim_max \
            || limits->rlim_cur > limits->rlim_max) \
            return original(resource, limits); \
        kept.rlim_cur = limits->rlim_cur; \
        kept.rlim_max = now.rlim_max; \
        return original(resource, &kept); \
    }
SETTING(setrlimit, getrlimit, rlimit)
SETTING(setrlimit64, getrlimit64, rlimit64)

/// Overrides a function that sets the limits of any process.
#define SETTING_OF_PROCESS(name, setting, current, type) \
    int name( \
        pid_t process, __rlimit_resource_t resource, const struct type *limits, \
        struct type *before) { \
        ORIGINAL(name); \
        if (!limits || (process != 0 && process != getpid())) \
            return original(process, resource, limits, before); \
        struct type now; \
        if (current(resource, &now) < 0 || setting(resource, limits) < 0) return -1; \
        if (before) *before = now; \
        return 0; \
    }
SETTING_OF_PROCESS(prlimit, setrlimit, getrlimit, rlimit)
SETTING_OF_PROCESS(prlimit64, setrlimit64, getrlimit64, rlimit64)
