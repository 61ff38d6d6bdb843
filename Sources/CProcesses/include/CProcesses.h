// What the room Processes needs of Linux and Swift cannot say: macros, variadic functions, and the
// moment between fork and exec, in which no Swift code may run. Only that room imports this module.
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// What a new process is made of; every pointer stays the caller's.
struct processes_spawn_request {
    /// The path of the program.
    const char *path;
    /// Its arguments, the name first, ended by NULL.
    char *const *arguments;
    /// Its environment, ended by NULL.
    char *const *environment;
    /// Its working directory, or NULL for the caller's.
    const char *directory;
    /// The caller's descriptors that become 0, 1, 2, …; -1 stands for /dev/null.
    const int *descriptors;
    /// How many descriptors there are.
    size_t descriptor_count;
    /// Whether the process leads a process group of its own.
    int new_group;
    /// The signal that the process gets when the calling thread ends; 0 for none.
    int signal_at_parents_end;
};

/// Starts a process; returns its id, or the negated errno of the step that failed.
///
/// posix_spawn cannot set the parent-death signal, so this is fork and exec by hand.
pid_t processes_spawn(const struct processes_spawn_request *request);

/// Makes the caller the parent of orphaned descendants; returns 0 or the negated errno.
int processes_become_subreaper(void);

/// Asks for SIGKILL when the calling process's parent thread ends, or no longer asks for it.
int processes_set_dies_with_parent(int dies);

/// Starts a process that reads from a pipe which process groups to end, and ends them when the other
/// end of the pipe is closed, however that comes about; returns its id or the negated errno.
///
/// The lines are `+GROUP FOLDER` and `-GROUP`. What has `MARK=FOLDER` in its environment is ended as
/// well, and the folder with its files removed. May be called while there are other threads.
pid_t processes_start_guard(int reading_end, const char *mark);

/// Forks; returns the child's id, 0 in the child, or the negated errno.
pid_t processes_fork(void);

/// Makes a pipe whose ends are closed when a program begins; returns 0 or the negated errno.
int processes_pipe(int ends[2]);

/// Makes an epoll, or returns the negated errno. (Swift cannot hold its packed structures.)
int processes_epoll_create(void);

/// Asks an epoll for the next time that a descriptor is readable or hung up, or, where `always` is
/// set, for every time; returns 0 or the negated errno.
int processes_epoll_watch(int epoll, int descriptor, int always);

/// Waits for an epoll; fills in the descriptors that are ready and returns how many.
int processes_epoll_wait(int epoll, int *descriptors, int capacity);

/// Makes a counter that is readable while it is not zero, or returns the negated errno.
int processes_eventfd_create(void);

/// Raises a counter.
void processes_eventfd_raise(int eventfd);

/// Sets a counter back to zero.
void processes_eventfd_clear(int eventfd);

/// Returns a descriptor that becomes readable when a process ends, or the negated errno.
int processes_pidfd_open(pid_t process);

/// Sends bytes with descriptors on a socket; returns the bytes taken, or the negated errno.
ssize_t processes_send(
    int socket, const void *bytes, size_t length, const int *descriptors, size_t descriptor_count);

/// The most descriptors that one message carries.
#define PROCESSES_MAXIMUM_DESCRIPTORS 8

/// Receives bytes with descriptors from a socket; returns the bytes, 0 at its end, or the negated
/// errno. On return `descriptor_count` is how many of `descriptors` were filled in.
ssize_t processes_receive(
    int socket, void *bytes, size_t length, int *descriptors, size_t *descriptor_count, int flags);
