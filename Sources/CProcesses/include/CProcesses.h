// System calls for the room Processes that Swift cannot express: macros, variadic functions, and
// the steps between fork and exec, where no Swift code may run. Only that room imports this module.
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// The description of a new process; the caller keeps ownership of all pointers.
struct processes_spawn_request {
    /// The path of the program.
    const char *path;
    /// Its arguments, beginning with the name, terminated by NULL.
    char *const *arguments;
    /// Its environment, terminated by NULL.
    char *const *environment;
    /// Its working directory, or NULL for the caller's.
    const char *directory;
    /// The caller's descriptors that become 0, 1, 2, …; -1 means /dev/null.
    const int *descriptors;
    /// The number of descriptors.
    size_t descriptor_count;
    /// Indicates whether the process leads a new process group.
    int new_group;
    /// The signal sent to the process when the calling thread ends; 0 for none.
    int signal_at_parents_end;
    /// The processors on which it may run, as far as they are there; with none, on the caller's.
    const int *processors;
    /// The number of processors.
    size_t processor_count;
    /// Indicates whether the process is the first to be ended if the machine is short of memory.
    int is_expendable;
};

/// Starts a process; returns its ID, or the negated errno of the step that failed.
///
/// posix_spawn cannot set the parent-death signal, so this forks and executes by itself.
pid_t processes_spawn(const struct processes_spawn_request *request);

/// Makes the caller the reaper of orphaned descendants; returns 0 or the negated errno.
int processes_become_subreaper(void);

/// Sets whether the calling process is killed when its parent thread ends.
int processes_set_dies_with_parent(int dies);

/// Starts a guard process, which reads process groups from a pipe and kills them when the other end
/// is closed, in whatever way; returns its ID or the negated errno.
///
/// The lines are `+GROUP FOLDER` and `-GROUP`. Processes with `MARK=FOLDER` in their environment
/// are killed as well, and the folder and its files are removed. May be called while there are
/// other threads.
pid_t processes_start_guard(int reading_end, const char *mark);

/// Stores the numbers of the processors on which the caller may run, and returns their number, or the
/// negated errno.
int processes_allowed_processors(int *numbers, int capacity);

/// Makes all threads that allocate from now on share a heap, which needs less memory than one for each.
void processes_share_heap(void);

/// Forks; returns the child's ID, 0 in the child, or the negated errno.
pid_t processes_fork(void);

/// Creates a pipe whose ends are closed on exec; returns 0 or the negated errno.
int processes_pipe(int ends[2]);

/// Creates an epoll instance, or returns the negated errno. (Swift cannot import its packed
/// structures.)
int processes_epoll_create(void);

/// Watches a descriptor for input or hang-up, once or, if `always` is set, every time; returns 0 or
/// the negated errno.
int processes_epoll_watch(int epoll, int descriptor, int always);

/// Waits for an epoll instance, forever if the time is negative; stores the ready descriptors and
/// returns their number.
int processes_epoll_wait(int epoll, int *descriptors, int capacity, int milliseconds);

/// Creates an eventfd, which is readable while it is not zero, or returns the negated errno.
int processes_eventfd_create(void);

/// Increments an eventfd.
void processes_eventfd_raise(int eventfd);

/// Resets an eventfd to zero.
void processes_eventfd_clear(int eventfd);

/// Opens a pidfd, which becomes readable when the process ends; returns it or the negated errno.
int processes_pidfd_open(pid_t process);

/// Sends bytes with descriptors on a socket; returns the number of bytes sent, or the negated
/// errno.
ssize_t processes_send(
    int socket, const void *bytes, size_t length, const int *descriptors, size_t descriptor_count);

/// The maximum number of descriptors per message.
#define PROCESSES_MAXIMUM_DESCRIPTORS 8

/// Receives bytes with descriptors from a socket; returns the number of bytes, 0 at the end, or the
/// negated errno. On return `descriptor_count` is the number of received `descriptors`.
ssize_t processes_receive(
    int socket, void *bytes, size_t length, int *descriptors, size_t *descriptor_count, int flags);
