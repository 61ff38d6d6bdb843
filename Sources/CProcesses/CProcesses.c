#define _GNU_SOURCE
#include "CProcesses.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/close_range.h>
#include <signal.h>
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
    // First out of the way of the targets, then into place, so that no move overwrites a source.
    for (int i = 0; i < count; i++) {
        int source = request->descriptors[i];
        if (source < 0) source = open("/dev/null", O_RDWR | O_CLOEXEC);
        if (source < 0) return -1;
        moved[i] = fcntl(source, F_DUPFD_CLOEXEC, count);
        if (moved[i] < 0) return -1;
    }
    for (int i = 0; i < count; i++)
        if (dup2(moved[i], i) < 0) return -1;
    // Whatever else is open stays behind, also what was opened without care for programs to come.
    // Linux before 5.11 does not know the call; there, only our own descriptors stay behind.
    syscall(SYS_close_range, count, ~0U, CLOSE_RANGE_CLOEXEC);
    return 0;
}

/// Does everything that the new process does before the program begins; returns only on failure.
static void become_program(const struct processes_spawn_request *request, pid_t parent) {
    sigset_t none;
    sigemptyset(&none);
    for (int number = 1; number < NSIG; number++)
        if (number != SIGKILL && number != SIGSTOP) signal(number, SIG_DFL);
    if (request->new_group && setpgid(0, 0) < 0) return;
    if (request->dies_with_parent) {
        if (prctl(PR_SET_PDEATHSIG, SIGKILL) < 0) return;
        // The parent may have ended before the request was made.
        if (getppid() != parent) {
            errno = ESRCH;
            return;
        }
    }
    if (request->directory && chdir(request->directory) < 0) return;
    if (arrange_descriptors(request) < 0) return;
    sigprocmask(SIG_SETMASK, &none, NULL);
    execve(request->path, request->arguments, request->environment);
}

pid_t processes_spawn(const struct processes_spawn_request *request) {
    // The pipe closes when the program begins; before that it carries the errno of a failure.
    int failure[2];
    if (pipe2(failure, O_CLOEXEC) < 0) return -errno;
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pid_t parent = getpid();
    // The child runs on the parent's memory until it begins the program, as in posix_spawn: no
    // page tables are copied, and the parent waits for so long.
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

int processes_epoll_wait(int epoll, int *descriptors, int capacity) {
    struct epoll_event events[64];
    int count = epoll_wait(epoll, events, capacity < 64 ? capacity : 64, -1);
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
