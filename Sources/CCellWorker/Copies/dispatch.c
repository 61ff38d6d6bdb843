// Dispatch in copies of the process. Once it has been used, one of its threads, the manager, stays
// forever, and a copy would lack it. As long as the manager only serves Dispatch's own thread pool,
// a copy does not need it: the library's variables are restored to their values before the first
// use, and the library starts afresh when a cell of the copy uses it. Timers and event sources need
// their manager, so a process that has any is not copied. The contents of the main queue belong to
// the user and are kept.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <link.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "CCellWorker.h"
#include "internal.h"

/// Dispatch's code and variables, and the values of the variables before its first use.
static struct {
    uintptr_t code_start, code_end;
    char *variables, *saved;
    size_t size;
} library;

/// The descriptors that Dispatch has opened for its own use.
static struct {
    int numbers[8];
    int count;
} opened;

/// Records the address of Dispatch.
static int find_library(struct dl_phdr_info *information, size_t size, void *argument) {
    (void)size;
    (void)argument;
    const char *name = strrchr(information->dlpi_name, '/');
    if (!name || strcmp(name, "/libdispatch.so") != 0) return 0;
    uintptr_t constants_end = 0;
    for (int i = 0; i < information->dlpi_phnum; i++) {
        const ElfW(Phdr) *header = &information->dlpi_phdr[i];
        uintptr_t start = information->dlpi_addr + header->p_vaddr;
        uintptr_t end = start + header->p_memsz;
        if (header->p_type == PT_GNU_RELRO) constants_end = end;
        if (header->p_type == PT_LOAD && header->p_flags & PF_X) {
            library.code_start = start;
            library.code_end = end;
        } else if (header->p_type == PT_LOAD && header->p_flags & PF_W) {
            library.variables = (char *)start;
            library.size = header->p_memsz;
        }
    }
    // Data that is constant after loading lies on read-only pages, up to the end of a page.
    constants_end = (constants_end + 4095) & ~(uintptr_t)4095;
    if ((uintptr_t)library.variables < constants_end) {
        size_t skipped = constants_end - (uintptr_t)library.variables;
        if (skipped > library.size) skipped = library.size;
        library.variables += skipped;
        library.size -= skipped;
    }
    return 1;
}

void cellworker_save_dispatch(void) {
    if (!dl_iterate_phdr(find_library, NULL) || library.size == 0) return;
    library.saved = malloc(library.size);
    if (library.saved) memcpy(library.saved, library.variables, library.size);
}

// MARK: The main queue

/// The main queue, and the number of its bytes that may contain the number of its thread.
extern char _dispatch_main_q[] __attribute__((weak));
enum { main_queue_size = 128 };

/// Runs the contents of the main queue.
extern void _dispatch_main_queue_callback_4CF(void *) __attribute__((weak));

/// Returns an eventfd that is raised when something is added to the main queue.
extern int _dispatch_get_main_queue_handle_4CF(void) __attribute__((weak));

/// Indicates whether anything has ever been added to the main queue.
static volatile int is_main_queue_used;

/// A descriptor that wakes the main thread while it waits for something else.
static int bell = -1;

void cellworker_note_bell(int descriptor) {
    bell = descriptor;
}

void cellworker_note_queue(const void *queue) {
    if (queue != _dispatch_main_q || is_main_queue_used || !_dispatch_get_main_queue_handle_4CF)
        return;
    _dispatch_get_main_queue_handle_4CF();
    is_main_queue_used = 1;
    ssize_t ignored = bell < 0 ? 0 : write(bell, "", 1);
    (void)ignored;
}

int cellworker_main_queue_handle(void) {
    return is_main_queue_used ? _dispatch_get_main_queue_handle_4CF() : -1;
}

void cellworker_run_main_queue(void) {
    eventfd_t count;
    int handle = cellworker_main_queue_handle();
    if (handle < 0 || eventfd_read(handle, &count) < 0) return;
    _dispatch_main_queue_callback_4CF(NULL);
}

/// In a copy of a process, makes the main thread the one that runs the main queue; `before` is the
/// number of the original process.
static void renumber_main_queue(int32_t before) {
    if (!cellworker_is_dispatch_variable(_dispatch_main_q)) return;
    const uint32_t owner = 0x3fffffff;
    for (size_t i = 0; i < main_queue_size; i += sizeof(uint32_t)) {
        uint32_t word;
        memcpy(&word, _dispatch_main_q + i, sizeof word);
        if ((word & owner) != (uint32_t)before) continue;
        word = (word & ~owner) | (uint32_t)getpid();
        memcpy(_dispatch_main_q + i, &word, sizeof word);
    }
}

// MARK: Copies

/// Restores Dispatch's variables, except for the main queue.
static void restore_variables(void) {
    char queue[main_queue_size];
    int has_queue = cellworker_is_dispatch_variable(_dispatch_main_q);
    if (has_queue) memcpy(queue, _dispatch_main_q, main_queue_size);
    memcpy(library.variables, library.saved, library.size);
    if (has_queue) memcpy(_dispatch_main_q, queue, main_queue_size);
    for (int i = 0; i < opened.count; i++) close(opened.numbers[i]);
    opened.count = 0;
    // The work that is pending there has raised an eventfd that no longer exists.
    if (is_main_queue_used) eventfd_write(_dispatch_get_main_queue_handle_4CF(), 1);
}

void cellworker_reset_dispatch(int32_t before) {
    cellworker_forget_threads();
    if (library.saved && !cellworker_is_given_up(cellworker_dispatch_variables))
        restore_variables();
    renumber_main_queue(before);
}

int cellworker_is_manager_dispensable(void) {
    return !cellworker_is_given_up(cellworker_dispatch_variables) && opened.count > 0 && library.saved && !cellworker_has_events();
}

int cellworker_has_dispatch_variables(void) {
    return library.saved && cellworker_is_dispatch_variable(_dispatch_main_q)
        && _dispatch_main_queue_callback_4CF && _dispatch_get_main_queue_handle_4CF;
}

int cellworker_is_dispatch_code(const void *address) {
    return (uintptr_t)address - library.code_start < library.code_end - library.code_start;
}

int cellworker_is_dispatch_variable(const void *address) {
    return (uintptr_t)address - (uintptr_t)library.variables < library.size;
}

/// Records a descriptor that Dispatch has opened for its own use.
static int note_opened(int number, const void *caller) {
    int capacity = sizeof opened.numbers / sizeof *opened.numbers;
    if (number >= 0 && cellworker_is_dispatch_code(caller) && opened.count < capacity)
        opened.numbers[opened.count++] = number;
    return number;
}

// MARK: - The worker's own versions of functions, which the dynamic linker finds first

int epoll_create1(int flags) {
    ORIGINAL(epoll_create1);
    return note_opened(original(flags), __builtin_return_address(0));
}

int eventfd(unsigned int value, int flags) {
    ORIGINAL(eventfd);
    return note_opened(original(value, flags), __builtin_return_address(0));
}

int timerfd_create(int clock, int flags) {
    ORIGINAL(timerfd_create);
    return note_opened(original(clock, flags), __builtin_return_address(0));
}

/// Records that a block is submitted to a queue.
void dispatch_async(void *queue, void *block) {
    ORIGINAL(dispatch_async);
    cellworker_note_queue(queue);
    original(queue, block);
}

/// Records that a function is submitted to a queue.
void dispatch_async_f(void *queue, void *context, void *function) {
    ORIGINAL(dispatch_async_f);
    cellworker_note_queue(queue);
    original(queue, context, function);
}

/// Records that a block of a group is submitted to a queue.
void dispatch_group_async(void *group, void *queue, void *block) {
    ORIGINAL(dispatch_group_async);
    cellworker_note_queue(queue);
    original(group, queue, block);
}

/// Records that a block is to be submitted to a queue when a group has finished.
void dispatch_group_notify(void *group, void *queue, void *block) {
    ORIGINAL(dispatch_group_notify);
    cellworker_note_queue(queue);
    original(group, queue, block);
}
