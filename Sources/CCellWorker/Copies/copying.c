// Copying ahead of writes. After a fork all memory is shared, and the first write to a page copies
// that page: 4 kB at a time, even if it is part of a huge page, so that a cell that writes to a
// gigabyte causes a quarter of a million page faults. Large blocks are copied four times as fast.
// So while a cell uses much memory, a timer checks every few milliseconds of its processor time
// whether pages are being copied one by one. If so, the following blocks are copied as a whole,
// more of them the longer it continues. Their contents and addresses stay the same.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include "CCellWorker.h"
#include "internal.h"

/// Sizes in bytes, and numbers of page faults.
enum {
    page_size = 1 << 12,
    /// The size of a huge page, the unit of checking and copying.
    piece_size = 1 << 21,
    /// Smaller amounts of memory are not worth the effort.
    smallest_mapping = 1 << 24,
    smallest_memory = 1 << 26,
    /// The amount of memory copied the first time.
    first_window = 1 << 26,
    /// The number of page faults since the last check from which copying begins.
    notable_faults = 256,
    microseconds_between_looks = 5000,
    maximum_mappings = 64,
};

/// A range of the process's memory, and the number of its blocks that were not shared at the last
/// check.
struct area {
    uintptr_t start, end;
    size_t own;
};

/// The results of the last check.
static struct {
    struct area areas[maximum_mappings];
    int count;
    long faults;
    size_t window;
} last;

/// Returns the number of page faults so far.
static long fault_count(void) {
    struct rusage usage;
    return getrusage(RUSAGE_SELF, &usage) < 0 ? 0 : usage.ru_minflt;
}

/// Reads text from a file until its end or until the buffer is full.
static size_t read_text(const char *path, char *text, size_t capacity) {
    size_t length = 0;
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return 0;
    for (ssize_t count; length < capacity; length += (size_t)count) {
        count = read(file, text + length, capacity - length);
        if (count <= 0) break;
    }
    close(file);
    return length;
}

/// Adds the private anonymous mapping that a line of /proc/self/maps describes to the areas found
/// before.
static int add_area(const char *line, struct area *areas, int count) {
    char *rest;
    uintptr_t start = strtoul(line, &rest, 16);
    uintptr_t end = strtoul(rest + 1, &rest, 16);
    // Permissions, offset, device, inode and, if present, a name: " rw-p 00000000 00:00 0 ".
    if (strncmp(rest, " rw-p 00000000 00:00 0", 22) != 0) return count;
    for (rest += 22; *rest == ' '; rest++) {}
    if (*rest != '\n') return count;
    if (count > 0 && areas[count - 1].end == start) areas[count - 1].end = end;
    else if (count < maximum_mappings) areas[count++] = (struct area){start, end, 0};
    // A mapping that is too small by itself may be continued by the next.
    if (count > 1 && areas[count - 2].end - areas[count - 2].start < smallest_mapping) {
        areas[count - 2] = areas[count - 1];
        count--;
    }
    return count;
}

/// Finds the process's private anonymous memory, and returns the number of areas.
static int find_areas(struct area *areas) {
    static char text[1 << 18];
    size_t length = read_text("/proc/self/maps", text, sizeof text - 1);
    text[length] = 0;
    int count = 0;
    for (char *line = text, *end; (end = strchr(line, '\n')); line = end + 1)
        count = add_area(line, areas, count);
    return count;
}

/// The state of the first page of a block.
enum state { absent, shared, own };

/// Returns the state of the page at an address.
static enum state page_state(int pagemap, uintptr_t address) {
    uint64_t entry = 0;
    off_t offset = (off_t)(address / page_size * sizeof entry);
    if (pread(pagemap, &entry, sizeof entry, offset) != sizeof entry) return absent;
    const uint64_t is_present = 1ull << 63, is_of_file = 1ull << 61, is_exclusive = 1ull << 56;
    if (!(entry & is_present) || entry & is_of_file) return absent;
    return entry & is_exclusive ? own : shared;
}

int cellworker_knows_pages(void) {
    static char page[2 * page_size];
    uintptr_t address = ((uintptr_t)page + page_size - 1) & ~(uintptr_t)(page_size - 1);
    *(volatile char *)address = 1;
    int pagemap = open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC);
    if (pagemap < 0) return 0;
    enum state state = page_state(pagemap, address);
    close(pagemap);
    return state == own;
}

/// Checks an area: counts the blocks that are no longer shared, and finds the shared ones after the
/// last of those.
static struct area look_at(struct area *area, int pagemap, size_t window) {
    const uintptr_t mask = piece_size - 1;
    struct area next = {0, 0, 0};
    enum state before = absent;
    for (uintptr_t piece = (area->start + mask) & ~mask; piece + piece_size <= area->end;
         piece += piece_size) {
        enum state state = page_state(pagemap, piece);
        area->own += state == own;
        if (state == shared && before == own) next = (struct area){piece, piece, 0};
        if (state == shared && next.end == piece && piece - next.start < window)
            next.end = piece + piece_size;
        before = state;
    }
    return next;
}

/// Returns the number of blocks that were not shared in the area that starts at an address.
static size_t own_before(uintptr_t start) {
    for (int i = 0; i < last.count; i++)
        if (last.areas[i].start == start) return last.areas[i].own;
    return 0;
}

/// Copies memory into huge pages that replace it at the same address.
static void copy(struct area area) {
    size_t size = area.end - area.start;
    int access = PROT_READ | PROT_WRITE;
    char *space =
        mmap(NULL, size + piece_size, access, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (space == MAP_FAILED) return;
    uintptr_t mask = piece_size - 1;
    char *start = (char *)(((uintptr_t)space + mask) & ~mask);
    madvise(start, size, MADV_HUGEPAGE);
    // One block at a time: a page that was just allocated is still in the processor's caches.
    for (size_t piece = 0; piece < size; piece += piece_size)
        memcpy(start + piece, (const char *)area.start + piece, piece_size);
    void *moved = mremap(start, size, size, MREMAP_MAYMOVE | MREMAP_FIXED, (void *)area.start);
    if (moved == MAP_FAILED) munmap(space, size + piece_size);
    else {
        if (start > space) munmap(space, (size_t)(start - space));
        munmap(start + size, (size_t)(space + piece_size - start));
    }
}

/// Returns whether the system has far more free memory than a number of bytes.
static int is_available(size_t bytes) {
    static char text[1 << 12];
    text[read_text("/proc/meminfo", text, sizeof text - 1)] = 0;
    const char *line = strstr(text, "MemAvailable:");
    return line && strtoul(line + 13, NULL, 10) / 4 > bytes / 1024;
}

/// Copies the blocks to which the cell is about to write.
static void copy_ahead(void) {
    static struct area areas[maximum_mappings];
    // Another thread might write to the memory that is being copied.
    if (cellworker_threads() > 1 || !is_available(last.window)) return;
    int pagemap = open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC);
    if (pagemap < 0) return;
    int count = find_areas(areas);
    struct area best = {0, 0, 0};
    for (int i = 0; i < count; i++) {
        if (areas[i].end - areas[i].start < smallest_mapping) continue;
        struct area next = look_at(&areas[i], pagemap, last.window);
        size_t more = areas[i].own - own_before(areas[i].start);
        if (areas[i].own > own_before(areas[i].start) && next.end > next.start && more > best.own)
            best = (struct area){next.start, next.end, more};
    }
    close(pagemap);
    memcpy(last.areas, areas, sizeof areas);
    last.count = count;
    if (best.end == best.start) return;
    copy(best);
    last.window *= 2;
}

/// Handles the timer's signal: checks whether pages are being copied one by one.
static void look(int number) {
    (void)number;
    int error = errno;
    if (fault_count() - last.faults >= notable_faults) copy_ahead();
    last.faults = fault_count();
    errno = error;
}

/// Returns the amount of the process's anonymous memory.
static size_t memory_in_use(void) {
    char text[128];
    text[read_text("/proc/self/statm", text, sizeof text - 1)] = 0;
    char *rest = text;
    strtoul(rest, &rest, 10);
    size_t resident = strtoul(rest, &rest, 10);
    size_t of_files = strtoul(rest, &rest, 10);
    return (resident - of_files) * page_size;
}

/// Starts the timer that triggers checks; an interval of 0 stops it.
static void set_timer(int microseconds) {
    struct itimerval timer = {{0, microseconds}, {0, microseconds}};
    // Measures processor time, so that a process that only waits is never disturbed.
    setitimer(ITIMER_PROF, &timer, NULL);
}

/// Indicates whether the timer is running.
static int is_looking;

void cellworker_begin_copying_ahead(void) {
    if (cellworker_is_given_up(cellworker_shared_pages)) return;
    if (getpagesize() != page_size || memory_in_use() < smallest_memory) return;
    last.count = 0;
    last.window = first_window;
    last.faults = fault_count();
    struct sigaction action = {.sa_handler = look, .sa_flags = SA_RESTART | SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    sigaction(SIGPROF, &action, NULL);
    set_timer(microseconds_between_looks);
    is_looking = 1;
}

void cellworker_end_copying_ahead(void) {
    if (is_looking) set_timer(0);
    is_looking = 0;
}
