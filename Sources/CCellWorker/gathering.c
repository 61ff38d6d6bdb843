// How cells lie in memory. A loaded cell is two mappings of its file, one of them written to, and each
// such mapping makes every fork dearer, the more so the more earlier states are kept. So cells that
// lie side by side are put into one mapping of memory, at the same addresses, from time to time.
#define _GNU_SOURCE
#include <link.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "CCellWorker.h"

/// How many cells are gathered at once.
enum { gathered_at_once = 32 };

/// The pages that a cell takes.
struct span {
    uintptr_t start, end;
};

/// The cells that have been loaded since they were gathered last.
static struct {
    struct span spans[gathered_at_once];
    int count;
    /// How many objects had been loaded when the last cell was noted.
    unsigned long long loads;
} recent;

/// A function, and what was found of the object that holds it.
struct search {
    uintptr_t function;
    struct span span;
    int has_gaps;
    unsigned long long loads;
};

/// Compares a loaded object with what is looked for.
static int find_object(struct dl_phdr_info *information, size_t size, void *argument) {
    (void)size;
    const uintptr_t page = (uintptr_t)getpagesize();
    struct search *search = argument;
    struct span span = {UINTPTR_MAX, 0};
    int has_gaps = 0;
    // The linker lists the segments in the order of their addresses.
    for (int i = 0; i < information->dlpi_phnum; i++) {
        const ElfW(Phdr) *header = &information->dlpi_phdr[i];
        if (header->p_type != PT_LOAD) continue;
        uintptr_t first = information->dlpi_addr + header->p_vaddr;
        uintptr_t start = first & ~(page - 1);
        uintptr_t end = (first + header->p_memsz + page - 1) & ~(page - 1);
        if (span.end == 0) span.start = start;
        else if (start > span.end) has_gaps = 1;
        if (end > span.end) span.end = end;
    }
    if (search->function < span.start || search->function >= span.end) return 0;
    *search = (struct search){search->function, span, has_gaps, information->dlpi_adds};
    return 1;
}

void cellworker_note_loaded(const void *function) {
    struct search search = {.function = (uintptr_t)function};
    if (recent.count == gathered_at_once || !dl_iterate_phdr(find_object, &search)) return;
    // Where nothing was loaded, the cell has run before.
    if (search.has_gaps || search.loads == recent.loads) return;
    recent.loads = search.loads;
    recent.spans[recent.count++] = search.span;
}

/// Orders spans by address.
static int compare_spans(const void *left, const void *right) {
    const struct span *a = left, *b = right;
    return (a->start > b->start) - (a->start < b->start);
}

/// Puts pages into one mapping of memory, at the same addresses.
static void gather(struct span span) {
    size_t size = span.end - span.start;
    int access = PROT_READ | PROT_WRITE | PROT_EXEC;
    void *copy = mmap(NULL, size, access, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    // Some systems allow no memory that can be both written and run: there, cells stay as they are.
    if (copy == MAP_FAILED) return;
    memcpy(copy, (const void *)span.start, size);
    int flags = MREMAP_MAYMOVE | MREMAP_FIXED;
    if (mremap(copy, size, size, flags, (void *)span.start) == MAP_FAILED) munmap(copy, size);
}

void cellworker_gather_cells(void) {
    if (recent.count < gathered_at_once) return;
    qsort(recent.spans, recent.count, sizeof *recent.spans, compare_spans);
    struct span run = recent.spans[0];
    for (int i = 1; i < recent.count; i++) {
        struct span next = recent.spans[i];
        if (next.start <= run.end) {
            if (next.end > run.end) run.end = next.end;
        } else {
            gather(run);
            run = next;
        }
    }
    gather(run);
    recent.count = 0;
}
