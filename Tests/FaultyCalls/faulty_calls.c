// A library for LD_PRELOAD that makes one call of the system fail: the n-th call of a kind in the
// processes of a role.
//
// The plan and the counts of calls are in a file, which all processes map; its path is in the
// variable UNROLL_FAULTY_CALLS. `FaultyCall` in Swift knows the layout.
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

/// The kinds of calls, in the order in which `FaultyCall.Kind` lists them.
enum kind {
    kind_open, kind_read, kind_write, kind_sync, kind_rename, kind_remove, kind_folder, kind_list,
    kind_stat, kind_map, kind_fork, kind_exec, kind_pipe, kind_socket, kind_send, kind_receive,
    kind_copy, kind_epoll, kind_wait, kind_thread, kind_handle, kind_count,
};

/// The roles of processes, in the order in which `FaultyCall.Role` lists them.
enum role { role_runner, role_kernel, role_compiler, role_worker, role_other, role_count };

/// The error that stands for a call that does only a part of what was asked.
enum { error_short = 1000 };

/// The plan, and what has happened so far.
struct plan {
    _Atomic uint32_t role, kind, number, error;
    /// Whether the call has failed, and in which process.
    _Atomic uint32_t has_failed, process;
    /// The first signal with which a process crashed, and the role of the one that saw it.
    _Atomic uint32_t crash, crash_role;
    /// The number of calls so far.
    _Atomic uint32_t counts[role_count][kind_count];
    /// The places in objects from which the call was made, for people.
    char places[2048];
};

static struct plan *plan;
static enum role role;

/// Calls the function that this library stands before.
#define ORIGINAL(name) \
    static __typeof__(&name) original; \
    if (!original) original = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

/// Calls the system without counting the call.
static long system_call(long number, long a, long b, long c, long d, long e, long f) {
    static long (*original)(long, ...);
    if (!original) original = (long (*)(long, ...))dlsym(RTLD_NEXT, "syscall");
    return original(number, a, b, c, d, e, f);
}

/// Determines the role of this process.
static enum role find_role(void) {
    char words[4096];
    long file = system_call(SYS_openat, AT_FDCWD, (long)"/proc/self/cmdline", O_RDONLY, 0, 0, 0);
    long count = file < 0 ? 0 : system_call(SYS_read, file, (long)words, sizeof words - 1, 0, 0, 0);
    if (file >= 0) system_call(SYS_close, file, 0, 0, 0, 0, 0);
    words[count > 0 ? count : 0] = 0;
    const char *name = strrchr(words, '/');
    name = name ? name + 1 : words;
    if (strcmp(name, "cell-compiler") == 0) return role_compiler;
    if (strcmp(name, "cell-worker") == 0) return role_worker;
    if (strcmp(name, "unroll") != 0) return role_other;
    return strcmp(name + strlen(name) + 1, "kernel") == 0 ? role_kernel : role_runner;
}

/// The signals with which the system or the C library ends a process that is wrong.
static const int crashes[] = {SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGSYS};

/// Notes a signal that ends a process, if it is one of those.
static void note_crash(int number) {
    if (!plan) return;
    for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++) {
        uint32_t none = 0;
        if (crashes[i] != number) continue;
        if (atomic_compare_exchange_strong(&plan->crash, &none, (uint32_t)number))
            plan->crash_role = role;
    }
}

/// Notes the crash of a program whose parent does not say how it ended.
static void watch_for_crashes(void) {
    struct sigaction action = {.sa_handler = note_crash, .sa_flags = (int)SA_RESETHAND};
    for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++)
        sigaction(crashes[i], &action, NULL);
}

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("UNROLL_FAULTY_CALLS");
    if (!path) return;
    role = find_role();
    long file = system_call(SYS_openat, AT_FDCWD, (long)path, O_RDWR, 0, 0, 0);
    if (file < 0) return;
    long address = system_call(
        SYS_mmap, 0, sizeof *plan, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    system_call(SYS_close, file, 0, 0, 0, 0, 0);
    if (address != -1) plan = (struct plan *)address;
    if (role == role_runner || role == role_kernel || role == role_compiler) watch_for_crashes();
}

/// Reads memory that may not be there.
static int peek(const void *address, void *words, size_t size) {
    struct iovec here = {words, size}, there = {(void *)address, size};
    return system_call(SYS_process_vm_readv, getpid(), (long)&here, 1, (long)&there, 1, 0)
        == (long)size;
}

/// Notes from where the call was made.
static void note_places(void) {
    size_t length = 0;
    void **frame = __builtin_frame_address(0);
    for (int depth = 0; depth < 14 && length < sizeof plan->places - 200; depth++) {
        void *words[2];
        if (!peek(frame, words, sizeof words) || !words[1]) return;
        Dl_info object;
        if (!dladdr(words[1], &object) || !object.dli_fname) return;
        const char *name = strrchr(object.dli_fname, '/');
        length += (size_t)snprintf(
            plan->places + length, sizeof plan->places - length, "%.60s+0x%lx ",
            name ? name + 1 : object.dli_fname, (char *)words[1] - (char *)object.dli_fbase - 1);
        if ((void **)words[0] <= frame) return;
        frame = words[0];
    }
}

/// Returns whether a call of a kind was made by libzmq, which ends its process when it gets no
/// thread or cannot watch a descriptor; nobody can prevent that from outside.
static int is_fatal(enum kind kind, void **frame_of_call) {
    if (kind != kind_epoll && kind != kind_thread && kind != kind_copy) return 0;
    void *words[2];
    Dl_info object;
    return peek(frame_of_call, words, sizeof words) && dladdr(words[1], &object)
        && object.dli_fname && strstr(object.dli_fname, "libzmq");
}

/// Counts a call; returns the error with which it has to fail, or 0.
static __attribute__((noinline)) int fault(enum kind kind) {
    if (!plan) return 0;
    uint32_t number = atomic_fetch_add(&plan->counts[role][kind], 1);
    if (plan->role != role || plan->kind != kind || plan->number != number) return 0;
    if (is_fatal(kind, *(void **)__builtin_frame_address(0))) return 0;
    plan->process = (uint32_t)getpid();
    note_places();
    plan->has_failed = 1;
    return (int)plan->error;
}

/// Fails with an error of the plan; a call that cannot do a part of its work does all of it.
#define MAY_FAIL(kind, result) \
    do { \
        int error = fault(kind); \
        if (error != 0 && error != error_short) { \
            errno = error; \
            return result; \
        } \
    } while (0)

/// The same for a call that can do a part of its work.
#define MAY_FAIL_OR_SHORTEN(kind, count) \
    do { \
        int error = fault(kind); \
        if (error == error_short && (count) > sizeof(uint64_t)) (count) = ((count) + 1) / 2; \
        if (error != 0 && error != error_short) { \
            errno = error; \
            return -1; \
        } \
    } while (0)

/// Stands before a function whose call may fail with a result.
#define FAILING(kind, failure, type, name, parameters, arguments) \
    type name parameters { \
        ORIGINAL(name); \
        MAY_FAIL(kind, failure); \
        return original arguments; \
    }

/// Stands before a function whose call may fail, or do only a part of a count.
#define SHORTENING(kind, count, type, name, parameters, arguments) \
    type name parameters { \
        ORIGINAL(name); \
        MAY_FAIL_OR_SHORTEN(kind, count); \
        return original arguments; \
    }

// MARK: Files

#define OPENING(name) \
    int name(const char *path, int flags, ...) { \
        ORIGINAL(name); \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
        va_end(rest); \
        MAY_FAIL(kind_open, -1); \
        return original(path, flags, mode); \
    }
OPENING(open)
OPENING(open64)

#define OPENING_AT(name) \
    int name(int folder, const char *path, int flags, ...) { \
        ORIGINAL(name); \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
        va_end(rest); \
        MAY_FAIL(kind_open, -1); \
        return original(folder, path, flags, mode); \
    }
OPENING_AT(openat)
OPENING_AT(openat64)

FAILING(kind_open, NULL, FILE *, fopen, (const char *path, const char *mode), (path, mode))

/// Returns whether a descriptor is an event counter, whose reads and writes do nothing by halves and
/// are not interrupted, because they do not wait here; libraries rely on that.
static int is_counter(int file) {
    char path[64], target[64];
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    ssize_t length = readlink(path, target, sizeof target - 1);
    if (length < 0) return 0;
    target[length] = 0;
    return strcmp(target, "anon_inode:[eventfd]") == 0;
}

ssize_t read(int file, void *bytes, size_t count) {
    ORIGINAL(read);
    if (plan && count == sizeof(uint64_t) && is_counter(file)) return original(file, bytes, count);
    MAY_FAIL_OR_SHORTEN(kind_read, count);
    return original(file, bytes, count);
}
SHORTENING(
    kind_read, count, ssize_t, pread, (int file, void *bytes, size_t count, off_t offset),
    (file, bytes, count, offset))

ssize_t write(int file, const void *bytes, size_t count) {
    ORIGINAL(write);
    if (plan && count == sizeof(uint64_t) && is_counter(file)) return original(file, bytes, count);
    MAY_FAIL_OR_SHORTEN(kind_write, count);
    return original(file, bytes, count);
}
SHORTENING(
    kind_write, count, ssize_t, pwrite, (int file, const void *bytes, size_t count, off_t offset),
    (file, bytes, count, offset))
FAILING(
    kind_write, -1, ssize_t, writev, (int file, const struct iovec *pieces, int count),
    (file, pieces, count))
FAILING(kind_write, -1, int, ftruncate, (int file, off_t length), (file, length))
FAILING(kind_sync, -1, int, fsync, (int file), (file))
FAILING(kind_sync, -1, int, fdatasync, (int file), (file))
FAILING(kind_sync, -1, int, flock, (int file, int operation), (file, operation))
FAILING(kind_rename, -1, int, rename, (const char *from, const char *to), (from, to))
FAILING(kind_remove, -1, int, unlink, (const char *path), (path))
FAILING(
    kind_remove, -1, int, unlinkat, (int folder, const char *path, int flags),
    (folder, path, flags))
FAILING(kind_remove, -1, int, rmdir, (const char *path), (path))
FAILING(kind_folder, -1, int, mkdir, (const char *path, mode_t mode), (path, mode))
FAILING(kind_folder, NULL, char *, mkdtemp, (char *path), (path))
FAILING(kind_folder, -1, int, chmod, (const char *path, mode_t mode), (path, mode))
FAILING(kind_list, NULL, DIR *, opendir, (const char *path), (path))
FAILING(kind_list, NULL, struct dirent *, readdir, (DIR *folder), (folder))
FAILING(kind_stat, -1, int, stat, (const char *path, struct stat *status), (path, status))
FAILING(kind_stat, -1, int, lstat, (const char *path, struct stat *status), (path, status))
FAILING(kind_stat, -1, int, fstat, (int file, struct stat *status), (file, status))
FAILING(kind_stat, -1, int, access, (const char *path, int mode), (path, mode))

char *realpath(const char *path, char *resolved) {
    static char *(*original)(const char *, char *);
    // The oldest version, which would be found otherwise, does not make the result's memory.
    if (!original) original = (char *(*)(const char *, char *))dlvsym(RTLD_NEXT, "realpath", "GLIBC_2.3");
    MAY_FAIL(kind_stat, NULL);
    return original(path, resolved);
}

// MARK: Memory, processes and threads

FAILING(
    kind_map, MAP_FAILED, void *, mmap,
    (void *address, size_t length, int access, int flags, int file, off_t offset),
    (address, length, access, flags, file, offset))

void *mremap(void *address, size_t before, size_t after, int flags, ...) {
    ORIGINAL(mremap);
    va_list rest;
    va_start(rest, flags);
    void *target = flags & MREMAP_FIXED ? va_arg(rest, void *) : NULL;
    va_end(rest);
    MAY_FAIL(kind_map, MAP_FAILED);
    return original(address, before, after, flags, target);
}

FAILING(
    kind_map, -1, int, mprotect, (void *address, size_t length, int access),
    (address, length, access))
FAILING(kind_fork, -1, pid_t, fork, (void), ())

/// The child uses the caller's stack, so that this function must be gone when it returns.
pid_t vfork(void) {
    static pid_t (*original)(void);
    if (!original) original = (pid_t (*)(void))dlsym(RTLD_NEXT, "vfork");
    MAY_FAIL(kind_fork, -1);
    __attribute__((musttail)) return original();
}

FAILING(
    kind_exec, -1, int, execve,
    (const char *path, char *const arguments[], char *const environment[]),
    (path, arguments, environment))

int pthread_create(
    pthread_t *thread, const pthread_attr_t *attributes, void *(*function)(void *), void *argument) {
    ORIGINAL(pthread_create);
    int error = fault(kind_thread);
    return error ? EAGAIN : original(thread, attributes, function, argument);
}

// MARK: Descriptors

FAILING(kind_pipe, -1, int, pipe2, (int ends[2], int flags), (ends, flags))
FAILING(kind_pipe, -1, int, pipe, (int ends[2]), (ends))
FAILING(
    kind_socket, -1, int, socketpair, (int domain, int type, int protocol, int ends[2]),
    (domain, type, protocol, ends))
FAILING(
    kind_socket, -1, int, socket, (int domain, int type, int protocol),
    (domain, type, protocol))
FAILING(
    kind_socket, -1, int, accept4,
    (int socket, struct sockaddr *address, socklen_t *length, int flags),
    (socket, address, length, flags))
FAILING(
    kind_socket, -1, int, bind, (int socket, const struct sockaddr *address, socklen_t length),
    (socket, address, length))
FAILING(kind_socket, -1, int, listen, (int socket, int backlog), (socket, backlog))

ssize_t sendmsg(int socket, const struct msghdr *message, int flags) {
    ORIGINAL(sendmsg);
    int error = fault(kind_send);
    if (error == error_short && message->msg_iovlen == 1 && message->msg_iov->iov_len > 1) {
        struct iovec piece = *message->msg_iov;
        struct msghdr shorter = *message;
        piece.iov_len = (piece.iov_len + 1) / 2;
        shorter.msg_iov = &piece;
        return original(socket, &shorter, flags);
    }
    if (error && error != error_short) {
        errno = error;
        return -1;
    }
    return original(socket, message, flags);
}

ssize_t recvmsg(int socket, struct msghdr *message, int flags) {
    ORIGINAL(recvmsg);
    int error = fault(kind_receive);
    if (error == error_short && message->msg_iovlen == 1 && message->msg_iov->iov_len > 1) {
        size_t length = message->msg_iov->iov_len;
        message->msg_iov->iov_len = 3;
        ssize_t count = original(socket, message, flags);
        message->msg_iov->iov_len = length;
        return count;
    }
    if (error && error != error_short) {
        errno = error;
        return -1;
    }
    return original(socket, message, flags);
}

SHORTENING(
    kind_send, count, ssize_t, send, (int socket, const void *bytes, size_t count, int flags),
    (socket, bytes, count, flags))
SHORTENING(
    kind_receive, count, ssize_t, recv, (int socket, void *bytes, size_t count, int flags),
    (socket, bytes, count, flags))
FAILING(kind_copy, -1, int, dup, (int file), (file))
FAILING(kind_copy, -1, int, dup2, (int file, int number), (file, number))

#define CONTROLLING(name) \
    int name(int file, int command, ...) { \
        ORIGINAL(name); \
        va_list rest; \
        va_start(rest, command); \
        long argument = va_arg(rest, long); \
        va_end(rest); \
        if (command == F_DUPFD || command == F_DUPFD_CLOEXEC || command == F_SETFL) \
            MAY_FAIL(kind_copy, -1); \
        return original(file, command, argument); \
    }
CONTROLLING(fcntl)
CONTROLLING(fcntl64)

FAILING(kind_epoll, -1, int, epoll_create1, (int flags), (flags))
FAILING(
    kind_epoll, -1, int, epoll_ctl, (int epoll, int operation, int file, struct epoll_event *event),
    (epoll, operation, file, event))
FAILING(kind_epoll, -1, int, eventfd, (unsigned value, int flags), (value, flags))
FAILING(
    kind_wait, -1, int, epoll_wait, (int epoll, struct epoll_event *events, int count, int time),
    (epoll, events, count, time))
FAILING(
    kind_wait, -1, int, poll, (struct pollfd *requests, nfds_t count, int time),
    (requests, count, time))

pid_t waitpid(pid_t process, int *status, int options) {
    ORIGINAL(waitpid);
    MAY_FAIL(kind_wait, -1);
    int end;
    pid_t ended = original(process, &end, options);
    if (ended > 0 && WIFSIGNALED(end)) note_crash(WTERMSIG(end));
    if (ended > 0 && status) *status = end;
    return ended;
}

/// The calls that the C library has no function for; others pass.
long syscall(long number, ...) {
    va_list rest;
    va_start(rest, number);
    long a = va_arg(rest, long), b = va_arg(rest, long), c = va_arg(rest, long);
    long d = va_arg(rest, long), e = va_arg(rest, long), f = va_arg(rest, long);
    va_end(rest);
    if (number == SYS_pidfd_open) MAY_FAIL(kind_handle, -1);
    return system_call(number, a, b, c, d, e, f);
}
