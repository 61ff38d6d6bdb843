// The memory ranges of loaded objects.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <link.h>
#include <stddef.h>
#include <stdint.h>
#include <unistd.h>

#include "CCellWorker.h"
#include "internal.h"

/// The address to look for, and the object found.
struct search {
    uintptr_t address;
    struct cellworker_object object;
};

/// Compares a loaded object with the address.
static int match(struct dl_phdr_info *information, size_t size, void *argument) {
    (void)size;
    const uintptr_t page = (uintptr_t)getpagesize();
    struct search *search = argument;
    struct cellworker_object object = {UINTPTR_MAX, 0, 0, information->dlpi_adds};
    // The linker lists the segments in the order of their addresses.
    for (int i = 0; i < information->dlpi_phnum; i++) {
        const ElfW(Phdr) *header = &information->dlpi_phdr[i];
        if (header->p_type != PT_LOAD) continue;
        uintptr_t first = information->dlpi_addr + header->p_vaddr;
        uintptr_t start = first & ~(page - 1);
        uintptr_t end = (first + header->p_memsz + page - 1) & ~(page - 1);
        if (object.end == 0) object.start = start;
        else if (start > object.end) object.has_gaps = 1;
        if (end > object.end) object.end = end;
    }
    if (search->address < object.start || search->address >= object.end) return 0;
    search->object = object;
    return 1;
}

int cellworker_find_object(const void *address, struct cellworker_object *object) {
    struct search search = {.address = (uintptr_t)address};
    if (!dl_iterate_phdr(match, &search)) return 0;
    *object = search.object;
    return 1;
}

const char *cellworker_object_at(uint64_t address, uint64_t *base) {
    Dl_info information;
    if (!dladdr((void *)address, &information) || !information.dli_fname) return NULL;
    *base = (uint64_t)information.dli_fbase;
    return information.dli_fname;
}
