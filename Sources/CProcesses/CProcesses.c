#define _GNU_SOURCE
#include "CProcesses.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/close_range.h>
#include <malloc.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/// Moves the requested descriptors to 0, 1, 2, … in the new process; returns 0 or -1.
static int arrange_descriptors(const struct processes_spawn_request *request) {
    int count = (int)request->descriptor_count;
    int moved[32];
    if (count > 32) {
        errno = EINVAL;
        return -1;
    }
    // First moves them above the targets, then into place, so that no move overwrites a source.
    for (int i = 0; i < count; i++) {
        int source = request->descriptors[i];
        if (source < 0) source = open("/dev/null", O_RDWR | O_CLOEXEC);
        if (source < 0) return -1;
        moved[i] = fcntl(source, F_DUPFD_CLOEXEC, count);
        if (moved[i] < 0) return -1;
    }
    for (int i = 0; i < count; i++)
        if (dup2(moved[i], i) < 0) return -1;
    // All other descriptors close on exec, including those opened without O_CLOEXEC. Linux before
    // 5.11 lacks this call; there, only descriptors opened with O_CLOEXEC are closed.
    syscall(SYS_close_range, count, ~0U, CLOSE_RANGE_CLOEXEC);
    return 0;
}

/// Confines the new process as requested. A failure only means that it gets in the way of others.
static void confine(const struct processes_spawn_request *request) {
    if (request->processor_count) {
        cpu_set_t processors;
        CPU_ZERO(&processors);
        for (size_t i = 0; i < request->processor_count; i++)
            CPU_SET(request->processors[i], &processors);
        sched_setaffinity(0, sizeof processors, &processors);
    }
    if (request->is_expendable) {
        int file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
        ssize_t ignored = write(file, "1000", 4);
        (void)ignored;
        close(file);
    }
}

/// Does all steps in the new process up to exec; returns only on failure.
static void become_program(const struct processes_spawn_request *request, pid_t parent) {
    sigset_t none;
    sigemptyset(&none);
    for (int number = 1; number < NSIG; number++)
        if (number != SIGKILL && number != SIGSTOP) signal(number, SIG_DFL);
    if (request->new_group && setpgid(0, 0) < 0) return;
    if (request->signal_at_parents_end) {
        if (prctl(PR_SET_PDEATHSIG, request->signal_at_parents_end) < 0) return;
        // The parent may have ended before the signal was requested.
        if (getppid() != parent) {
            errno = ESRCH;
            return;
        }
    }
    if (request->directory && chdir(request->directory) < 0) return;
    if (arrange_descriptors(request) < 0) return;
    confine(request);
    sigprocmask(SIG_SETMASK, &none, NULL);
    execve(request->path, request->arguments, request->environment);
}

pid_t processes_spawn(const struct processes_spawn_request *request) {
    // The pipe is closed by a successful exec; on failure it carries the errno.
    int failure[2];
    if (pipe2(failure, O_CLOEXEC) < 0) return -errno;
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pid_t parent = getpid();
    // As in posix_spawn, the child runs in the parent's memory until exec: no page tables are
    // copied, and the parent is suspended meanwhile.
    pid_t child = vfork();
    if (child == 0) {
        become_program(request, parent);
        int error = errno;
        ssize_t ignored = write(failure[1], &error, sizeof error);
        (void)ignored;
        _exit(127);
    }
    int error = errno;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    close(failure[1]);
    if (child < 0) {
        close(failure[0]);
        return -error;
    }
    ssize_t count;
    do count = read(failure[0], &error, sizeof error);
    while (count < 0 && errno == EINTR);
    close(failure[0]);
    if (count != sizeof error) return child;
    while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {}
    return -error;
}

int processes_become_subreaper(void) {
    return prctl(PR_SET_CHILD_SUBREAPER, 1) < 0 ? -errno : 0;
}

int processes_set_dies_with_parent(int dies) {
    return prctl(PR_SET_PDEATHSIG, dies ? SIGKILL : 0) < 0 ? -errno : 0;
}

int processes_allowed_processors(int *numbers, int capacity) {
    cpu_set_t processors;
    if (sched_getaffinity(0, sizeof processors, &processors) < 0) return -errno;
    int count = 0;
    for (int number = 0; number < CPU_SETSIZE && count < capacity; number++)
        if (CPU_ISSET(number, &processors)) numbers[count++] = number;
    return count;
}

void processes_share_heap(void) { mallopt(M_ARENA_MAX, 1); }

pid_t processes_fork(void) {
    pid_t child = fork();
    return child < 0 ? -errno : child;
}

int processes_pipe(int ends[2]) {
    return pipe2(ends, O_CLOEXEC) < 0 ? -errno : 0;
}

int processes_epoll_create(void) {
    int epoll = epoll_create1(EPOLL_CLOEXEC);
    return epoll < 0 ? -errno : epoll;
}

int processes_epoll_watch(int epoll, int descriptor, int always) {
    struct epoll_event event = {.events = EPOLLIN | EPOLLRDHUP, .data.fd = descriptor};
    if (!always) event.events |= EPOLLONESHOT;
    if (epoll_ctl(epoll, EPOLL_CTL_MOD, descriptor, &event) == 0) return 0;
    if (errno != ENOENT) return -errno;
    return epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event) < 0 ? -errno : 0;
}

int processes_epoll_wait(int epoll, int *descriptors, int capacity, int milliseconds) {
    struct epoll_event events[64];
    int count = epoll_wait(epoll, events, capacity < 64 ? capacity : 64, milliseconds);
    for (int i = 0; i < count; i++) descriptors[i] = events[i].data.fd;
    return count;
}

int processes_eventfd_create(void) {
    int counter = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    return counter < 0 ? -errno : counter;
}

void processes_eventfd_raise(int counter) {
    eventfd_write(counter, 1);
}

void processes_eventfd_clear(int counter) {
    eventfd_t ignored;
    eventfd_read(counter, &ignored);
}

int processes_pidfd_open(pid_t process) {
    int descriptor = (int)syscall(SYS_pidfd_open, process, 0);
    return descriptor < 0 ? -errno : descriptor;
}

ssize_t processes_send(
    int socket, const void *bytes, size_t length, const int *descriptors, size_t descriptor_count) {
    struct iovec piece = {.iov_base = (void *)bytes, .iov_len = length};
    struct msghdr message = {.msg_iov = &piece, .msg_iovlen = 1};
    _Alignas(struct cmsghdr) char control[CMSG_SPACE(PROCESSES_MAXIMUM_DESCRIPTORS * sizeof(int))];
    if (descriptor_count > PROCESSES_MAXIMUM_DESCRIPTORS) return -EINVAL;
    if (descriptor_count > 0) {
        memset(control, 0, sizeof control);
        message.msg_control = control;
        message.msg_controllen = CMSG_SPACE(descriptor_count * sizeof(int));
        struct cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(descriptor_count * sizeof(int));
        memcpy(CMSG_DATA(header), descriptors, descriptor_count * sizeof(int));
    }
    ssize_t count;
    do count = sendmsg(socket, &message, MSG_NOSIGNAL);
    while (count < 0 && errno == EINTR);
    return count < 0 ? -errno : count;
}

ssize_t processes_receive(
    int socket, void *bytes, size_t length, int *descriptors, size_t *descriptor_count, int flags) {
    struct iovec piece = {.iov_base = bytes, .iov_len = length};
    _Alignas(struct cmsghdr) char control[CMSG_SPACE(PROCESSES_MAXIMUM_DESCRIPTORS * sizeof(int))];
    struct msghdr message = {
        .msg_iov = &piece, .msg_iovlen = 1, .msg_control = control,
        .msg_controllen = sizeof control};
    *descriptor_count = 0;
    ssize_t count;
    do count = recvmsg(socket, &message, MSG_CMSG_CLOEXEC | flags);
    while (count < 0 && errno == EINTR);
    if (count < 0) return -errno;
    for (struct cmsghdr *header = CMSG_FIRSTHDR(&message); header;
         header = CMSG_NXTHDR(&message, header)) {
        if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS) continue;
        size_t received = (header->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        memcpy(descriptors, CMSG_DATA(header), received * sizeof(int));
        *descriptor_count = received;
    }
    return count;
}

/// A process group that a guard has to end, and the folder that belongs to it.
struct guarded_group {
    /// The group; FOLDER_ONLY as long as it has not been started.
    pid_t group;
    char folder[128];
};

/// The group of a folder whose processes have not been started yet.
#define FOLDER_ONLY (-1)

/// The maximum number of groups of a guard; there is one per running kernel.
#define GUARDED_GROUPS 256

/// Registers or unregisters a group according to a line.
static void follow_guard_line(const char *line, struct guarded_group *groups) {
    pid_t group = (pid_t)atoi(line + 1);
    const char *folder = strchr(line, ' ');
    struct guarded_group *place = NULL;
    if (line[0] == '=') group = FOLDER_ONLY;
    if (group <= 1 && group != FOLDER_ONLY) return;
    for (int i = 0; i < GUARDED_GROUPS; i++) {
        if (line[0] == '-' && groups[i].group == group) {
            groups[i].group = 0;
            return;
        }
        // The group of a folder that is known already takes its place.
        int is_known = groups[i].group == FOLDER_ONLY && folder
            && strcmp(groups[i].folder, folder + 1) == 0;
        if (is_known || (groups[i].group == 0 && !place)) place = &groups[i];
        if (is_known) break;
    }
    if (line[0] == '-' || !place || !folder) return;
    place->group = group;
    snprintf(place->folder, sizeof place->folder, "%s", folder + 1);
}

/// Returns whether a process has a variable in its environment.
static int has_variable(const char *process, const char *variable) {
    char path[64], environment[65536];
    snprintf(path, sizeof path, "/proc/%.20s/environ", process);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return 0;
    size_t length = 0;
    ssize_t count;
    while ((count = read(file, environment + length, sizeof environment - 1 - length)) > 0)
        length += (size_t)count;
    close(file);
    environment[length] = 0;
    for (size_t start = 0; start < length; start += strlen(environment + start) + 1)
        if (strcmp(environment + start, variable) == 0) return 1;
    return 0;
}

/// Sends a signal, or none for 0, to all processes that have a variable in their environment; returns
/// their number.
static int signal_marked(const char *variable, int number) {
    DIR *processes = opendir("/proc");
    int count = 0;
    if (!processes) return 0;
    struct dirent *entry;
    while ((entry = readdir(processes))) {
        pid_t process = (pid_t)atoi(entry->d_name);
        if (process <= 1 || process == getpid() || !has_variable(entry->d_name, variable)) continue;
        if (kill(process, number) == 0) count++;
    }
    closedir(processes);
    return count;
}

/// Sends a signal to all processes that have a variable in their environment, again and again until
/// none has been there several times; gives up after some rounds.
///
/// A process that is being forked, or becomes another program, is missed by a single look.
static void exhaust_marked(const char *variable, int number, int rounds) {
    for (int absent = 0; absent < 3 && rounds > 0; rounds--) {
        absent = signal_marked(variable, number) == 0 ? absent + 1 : 0;
        usleep(5000);
    }
}

/// Removes a folder and the files in it.
static void remove_folder(const char *path) {
    DIR *folder = opendir(path);
    if (!folder) return;
    struct dirent *entry;
    while ((entry = readdir(folder))) unlinkat(dirfd(folder), entry->d_name, 0);
    closedir(folder);
    rmdir(path);
}

/// Kills the registered groups and removes their folders.
static void end_guarded(const struct guarded_group *groups, const char *mark) {
    for (int i = 0; i < GUARDED_GROUPS; i++) {
        if (groups[i].group == 0) continue;
        char variable[256];
        snprintf(variable, sizeof variable, "%s=%s", mark, groups[i].folder);
        if (groups[i].group != FOLDER_ONLY) kill(-groups[i].group, SIGKILL);
        // For a second, the others can end by themselves and remove what the kernel has left behind.
        exhaust_marked(variable, 0, 200);
        exhaust_marked(variable, SIGKILL, 40);
        remove_folder(groups[i].folder);
    }
}

/// The main function of a guard process.
static void guard(int reading_end, const char *mark) {
    static struct guarded_group groups[GUARDED_GROUPS];
    static char line[256];
    size_t length = 0;
    char byte;
    while (1) {
        ssize_t count = read(reading_end, &byte, 1);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        if (byte != '\n') {
            if (length < sizeof line - 1) line[length++] = byte;
            continue;
        }
        line[length] = 0;
        length = 0;
        follow_guard_line(line, groups);
    }
    end_guarded(groups, mark);
}

pid_t processes_start_guard(int reading_end, const char *mark) {
    pid_t child = fork();
    if (child != 0) return child < 0 ? -errno : child;
    // A separate session, so that signals of the terminal do not reach the guard.
    setsid();
    int ignored[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE};
    for (size_t i = 0; i < sizeof ignored / sizeof *ignored; i++) signal(ignored[i], SIG_IGN);
    prctl(PR_SET_NAME, "unroll-guard");
    // Closes the standard streams: nobody should wait for a stream that only the guard holds open.
    if (dup2(reading_end, 3) == 3) {
        int empty = open("/dev/null", O_RDWR);
        for (int i = 0; i < 3; i++) dup2(empty, i);
        syscall(SYS_close_range, 4, ~0U, 0);
        guard(3, mark);
    }
    _exit(0);
}
