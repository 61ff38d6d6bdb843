#define _GNU_SOURCE
#include "CSourceKit.h"

#include <dlfcn.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
