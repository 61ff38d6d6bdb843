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

// Declarations that follow the interface that sourcekitd documents for its C clients.
typedef void *request_t;
typedef void *word_t;
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
    word_t (*uid_get_from_cstr)(const char *text);
    variant_t (*variant_dictionary_get_value)(variant_t dictionary, word_t key);
    const char *(*variant_dictionary_get_string)(variant_t dictionary, word_t key);
    word_t (*variant_dictionary_get_uid)(variant_t dictionary, word_t key);
    bool (*variant_dictionary_get_bool)(variant_t dictionary, word_t key);
    size_t (*variant_array_get_count)(variant_t array);
    variant_t (*variant_array_get_value)(variant_t array, size_t index);
};

/// Looks up a function of the library, or records that it is missing.
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
        {"sourcekitd_uid_get_from_cstr", &kit->uid_get_from_cstr},
        {"sourcekitd_variant_dictionary_get_value", &kit->variant_dictionary_get_value},
        {"sourcekitd_variant_dictionary_get_string", &kit->variant_dictionary_get_string},
        {"sourcekitd_variant_dictionary_get_uid", &kit->variant_dictionary_get_uid},
        {"sourcekitd_variant_dictionary_get_bool", &kit->variant_dictionary_get_bool},
        {"sourcekitd_variant_array_get_count", &kit->variant_array_get_count},
        {"sourcekitd_variant_array_get_value", &kit->variant_array_get_value},
    };
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        if (find(library, functions[i].name, functions[i].place, problem)) continue;
        free(kit);
        return NULL;
    }
    kit->initialize();
    return kit;
}

/// Returns the offset of a symbol in an ELF file relative to its load address, or 0 if it is not
/// found.
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

/// Sends a request; returns the response, or NULL and sets `problem`.
static response_t respond(csourcekit_t kit, const char *yaml, char **problem) {
    request_t request = kit->request_create_from_yaml(yaml, problem);
    if (!request) return NULL;
    response_t response = kit->send_request_sync(request);
    kit->request_release(request);
    if (!kit->response_is_error(response)) return response;
    *problem = strdup(kit->response_error_get_description(response));
    kit->response_dispose(response);
    return NULL;
}

char *csourcekit_send(csourcekit_t kit, const char *yaml, char **problem) {
    response_t response = respond(kit, yaml, problem);
    if (!response) return NULL;
    char *json = kit->variant_json_description_copy(kit->response_get_value(response));
    kit->response_dispose(response);
    return json;
}

/// The UIDs by which candidates are filtered.
struct words {
    word_t text, context, module, relation, system, elsewhere, convertible, identical;
};

/// Returns whether to pass on a candidate: it continues the typed text or, if nothing was typed, is
/// not one of the thousands from other modules without a matching type.
static bool is_wanted(csourcekit_t kit, const struct words *words, variant_t candidate,
                      const char *typed) {
    const char *text = kit->variant_dictionary_get_string(candidate, words->text);
    if (!text) return false;
    // After an optional value, the candidate includes the question mark.
    text += strspn(text, "?.`");
    if (strncmp(text, typed, strlen(typed)) != 0) return false;
    if (text[0] == '_' && typed[0] != '_') return false;
    if (typed[0]) return true;
    if (kit->variant_dictionary_get_uid(candidate, words->context) != words->elsewhere) return true;
    if (!kit->variant_dictionary_get_bool(candidate, words->system)) return true;
    word_t relation = kit->variant_dictionary_get_uid(candidate, words->relation);
    if (relation == words->convertible || relation == words->identical) return true;
    const char *module = kit->variant_dictionary_get_string(candidate, words->module);
    return module && strcmp(module, "Swift") == 0;
}

char *csourcekit_send_for_candidates(csourcekit_t kit, const char *yaml, const char *typed,
                                     char **problem) {
    response_t response = respond(kit, yaml, problem);
    if (!response) return NULL;
    const struct words words = {
        .text = kit->uid_get_from_cstr("key.sourcetext"),
        .context = kit->uid_get_from_cstr("key.context"),
        .module = kit->uid_get_from_cstr("key.modulename"),
        .relation = kit->uid_get_from_cstr("key.typerelation"),
        .system = kit->uid_get_from_cstr("key.is_system"),
        .elsewhere = kit->uid_get_from_cstr("source.codecompletion.context.othermodule"),
        .convertible = kit->uid_get_from_cstr("source.codecompletion.typerelation.convertible"),
        .identical = kit->uid_get_from_cstr("source.codecompletion.typerelation.identical"),
    };
    char *json = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&json, &size);
    if (!out) {
        kit->response_dispose(response);
        *problem = strdup("there is no memory for the candidates");
        return NULL;
    }
    variant_t results = kit->variant_dictionary_get_value(
        kit->response_get_value(response), kit->uid_get_from_cstr("key.results"));
    size_t count = kit->variant_array_get_count(results);
    const char *separator = "[";
    for (size_t i = 0; i < count; i++) {
        variant_t candidate = kit->variant_array_get_value(results, i);
        if (!is_wanted(kit, &words, candidate, typed)) continue;
        char *text = kit->variant_json_description_copy(candidate);
        fprintf(out, "%s%s", separator, text);
        free(text);
        separator = ",";
    }
    fputs(separator[0] == '[' ? "[]" : "]", out);
    fclose(out);
    kit->response_dispose(response);
    return json;
}
