// Overrides of functions of the C library. The dynamic linker prefers those of the executable, so
// the Swift runtime calls these. They have two purposes: messages that the runtime writes before it
// ends the process go to the report instead of standard error, and `print` flushes its output when
// it returns.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <link.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "CCellWorker.h"
#include "internal.h"

/// The addresses of the Swift runtime's libraries.
static struct {
    uintptr_t start, end;
} runtime[2];

/// Records the address of a library of the Swift runtime.
static int find_object(struct dl_phdr_info *information, size_t size, void *argument) {
    (void)size;
    (void)argument;
    const char *name = strrchr(information->dlpi_name, '/');
    const char *libraries[] = {"/libswiftCore.so", "/libswift_Concurrency.so"};
    for (int library = 0; library < 2; library++) {
        if (!name || strcmp(name, libraries[library]) != 0) continue;
        for (int i = 0; i < information->dlpi_phnum; i++) {
            const ElfW(Phdr) *header = &information->dlpi_phdr[i];
            if (header->p_type != PT_LOAD || !(header->p_flags & PF_X)) continue;
            runtime[library].start = information->dlpi_addr + header->p_vaddr;
            runtime[library].end = runtime[library].start + header->p_memsz;
        }
    }
    return 0;
}

/// Returns whether the Swift runtime is about to write to standard error.
static int is_runtime_error(const FILE *stream, const void *caller) {
    if (stream != stderr) return 0;
    for (int library = 0; library < 2; library++)
        if ((uintptr_t)caller - runtime[library].start
            < runtime[library].end - runtime[library].start)
            return 1;
    return 0;
}

/// Returns whether a message is useful to the user, which the runtime's stack trace is not.
static int is_worth_noting(const char *text) {
    static int is_in_stack_trace;
    if (strncmp(text, "Current stack trace", 19) == 0) is_in_stack_trace = 1;
    return !is_in_stack_trace;
}

int fputs(const char *text, FILE *stream) {
    ORIGINAL(fputs);
    if (!is_runtime_error(stream, __builtin_return_address(0))) return original(text, stream);
    if (is_worth_noting(text)) cellworker_note_runtime_message(text, strlen(text));
    return 1;
}

size_t fwrite(const void *bytes, size_t size, size_t count, FILE *stream) {
    ORIGINAL(fwrite);
    if (!is_runtime_error(stream, __builtin_return_address(0)))
        return original(bytes, size, count, stream);
    if (is_worth_noting(bytes)) cellworker_note_runtime_message(bytes, size * count);
    return count;
}

int fprintf(FILE *stream, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int count;
    if (is_runtime_error(stream, __builtin_return_address(0))) {
        char text[1024];
        count = vsnprintf(text, sizeof text, format, arguments);
        if (count > 0 && is_worth_noting(format))
            cellworker_note_runtime_message(text, strlen(text));
    } else {
        count = vfprintf(stream, format, arguments);
    }
    va_end(arguments);
    return count;
}

/// Swift's `print` locks standard output and unlocks it at its end.
void funlockfile(FILE *stream) {
    ORIGINAL(funlockfile);
    if (stream == stdout) fflush_unlocked(stdout);
    original(stream);
}

void cellworker_prepare_streams(void) {
    dl_iterate_phdr(find_object, NULL);
    setvbuf(stdout, NULL, _IOLBF, 1 << 16);
}

void cellworker_flush_streams(void) {
    fflush(NULL);
}
