// The memory mappings of cells. A loaded cell consists of two mappings of its file, one of them
// modified, and each such mapping makes every fork more expensive, all the more the more earlier
// states are kept. So from time to time adjacent cells are merged into one anonymous mapping at the
// same addresses.
#define _GNU_SOURCE
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "CCellWorker.h"
#include "internal.h"

/// The number of cells that are gathered at once.
enum { gathered_at_once = 32 };

/// The pages of one or more cells.
struct span {
    uintptr_t start, end;
};

/// The cells that have been loaded since the last gathering.
static struct {
    struct span spans[gathered_at_once];
    int count;
    /// The number of loads when the last cell was recorded.
    unsigned long long loads;
} recent;

void cellworker_note_loaded(const struct cellworker_object *object) {
    // If nothing was loaded, the cell has run before.
    if (recent.count == gathered_at_once || object->has_gaps || object->loads == recent.loads) return;
    recent.loads = object->loads;
    recent.spans[recent.count++] = (struct span){object->start, object->end};
}

/// Orders spans by address.
static int compare_spans(const void *left, const void *right) {
    const struct span *a = left, *b = right;
    return (a->start > b->start) - (a->start < b->start);
}

/// Replaces pages by one anonymous mapping at the same addresses.
static void gather(struct span span) {
    size_t size = span.end - span.start;
    int access = PROT_READ | PROT_WRITE | PROT_EXEC;
    void *copy = mmap(NULL, size, access, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    // Some systems do not allow memory that is both writable and executable; there, cells stay as
    // they are.
    if (copy == MAP_FAILED) return;
    memcpy(copy, (const void *)span.start, size);
    int flags = MREMAP_MAYMOVE | MREMAP_FIXED;
    if (mremap(copy, size, size, flags, (void *)span.start) == MAP_FAILED) munmap(copy, size);
}

void cellworker_gather_cells(void) {
    if (recent.count < gathered_at_once || cellworker_is_given_up(cellworker_executable_memory))
        return;
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
