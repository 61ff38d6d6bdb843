#define _GNU_SOURCE
#include "CSourceKit.h"

#include <dlfcn.h>
#include <elf.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

// Declarations after the interface that sourcekitd documents for its C clients.
typedef void *request_t;
typedef void *response_t;
typedef struct {
    uint64_t data[3];
} variant_t;

struct csourcekit {
    void (*initialize)(void);
    request_t (*request_create_from_yaml)(const char *yaml, char **error);
    void (*request_release)(request_t request);
    response_t (*send_request_sync)(request_t request);
    bool (*response_is_error)(response_t response);
    const char *(*response_error_get_description)(response_t response);
    variant_t (*response_get_value)(response_t response);
    void (*response_dispose)(response_t response);
    char *(*variant_json_description_copy)(variant_t value);
};

/// Finds a function of the library, or notes that it is missing.
static bool find(void *library, const char *name, void *place, char **problem) {
    void *symbol = dlsym(library, name);
    if (!symbol && asprintf(problem, "sourcekitd has no function %s", name) < 0) *problem = NULL;
    memcpy(place, &symbol, sizeof symbol);
    return symbol != NULL;
}

csourcekit_t csourcekit_load(const char *path, char **problem) {
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        *problem = strdup(dlerror());
        return NULL;
    }
    struct csourcekit *kit = calloc(1, sizeof *kit);
    const struct {
        const char *name;
        void *place;
    } functions[] = {
        {"sourcekitd_initialize", &kit->initialize},
        {"sourcekitd_request_create_from_yaml", &kit->request_create_from_yaml},
        {"sourcekitd_request_release", &kit->request_release},
        {"sourcekitd_send_request_sync", &kit->send_request_sync},
        {"sourcekitd_response_is_error", &kit->response_is_error},
        {"sourcekitd_response_error_get_description", &kit->response_error_get_description},
        {"sourcekitd_response_get_value", &kit->response_get_value},
        {"sourcekitd_response_dispose", &kit->response_dispose},
        {"sourcekitd_variant_json_description_copy", &kit->variant_json_description_copy},
    };
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        if (find(library, functions[i].name, functions[i].place, problem)) continue;
        free(kit);
        return NULL;
    }
    kit->initialize();
    return kit;
}

/// Returns where a symbol of an ELF file lies, counted from where the file is loaded; 0 where it has
/// none of the name.
static uintptr_t find_symbol(const char *file, size_t size, const char *name) {
    const Elf64_Ehdr *header = (const Elf64_Ehdr *)file;
    if (size < sizeof *header || memcmp(header->e_ident, ELFMAG, SELFMAG) != 0) return 0;
    if (header->e_shoff + (size_t)header->e_shnum * sizeof(Elf64_Shdr) > size) return 0;
    const Elf64_Shdr *sections = (const Elf64_Shdr *)(file + header->e_shoff);
    for (int i = 0; i < header->e_shnum; i++) {
        const Elf64_Shdr *table = &sections[i];
        if (table->sh_type != SHT_SYMTAB || table->sh_link >= header->e_shnum) continue;
        const Elf64_Shdr *strings = &sections[table->sh_link];
        if (table->sh_offset + table->sh_size > size) continue;
        if (strings->sh_offset + strings->sh_size > size) continue;
        const Elf64_Sym *symbols = (const Elf64_Sym *)(file + table->sh_offset);
        for (size_t j = 0; j < table->sh_size / sizeof *symbols; j++) {
            if (ELF64_ST_TYPE(symbols[j].st_info) != STT_FUNC) continue;
            if (symbols[j].st_name >= strings->sh_size) continue;
            if (strcmp(file + strings->sh_offset + symbols[j].st_name, name) == 0)
                return symbols[j].st_value;
        }
    }
    return 0;
}

int csourcekit_set_llvm_options(csourcekit_t kit, int count, const char *const *options) {
    Dl_info information;
    if (!dladdr((void *)kit->initialize, &information)) return 0;
    int descriptor = open(information.dli_fname, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return 0;
    struct stat status;
    uintptr_t offset = 0;
    if (fstat(descriptor, &status) == 0) {
        size_t size = (size_t)status.st_size;
        void *file = mmap(NULL, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
        if (file != MAP_FAILED) {
            offset = find_symbol(file, size, "LLVMParseCommandLineOptions");
            munmap(file, size);
        }
    }
    close(descriptor);
    if (!offset) return 0;
    // LLVM's C interface: void LLVMParseCommandLineOptions(int, const char *const *, const char *).
    uintptr_t address = (uintptr_t)information.dli_fbase + offset;
    ((void (*)(int, const char *const *, const char *))address)(count, options, NULL);
    return 1;
}

char *csourcekit_send(csourcekit_t kit, const char *yaml, char **problem) {
    request_t request = kit->request_create_from_yaml(yaml, problem);
    if (!request) return NULL;
    response_t response = kit->send_request_sync(request);
    kit->request_release(request);
    char *json = NULL;
    if (kit->response_is_error(response)) {
        *problem = strdup(kit->response_error_get_description(response));
    } else {
        json = kit->variant_json_description_copy(kit->response_get_value(response));
    }
    kit->response_dispose(response);
    return json;
}
