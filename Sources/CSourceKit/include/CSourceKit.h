// The few calls of sourcekitd that the room CellCompiler needs, found at run time: the library is a
// part of the toolchain and has no module map. Requests and responses pass as text, so that no
// handle of the library is ever held. Only that room imports this module.
#pragma once

/// The functions of a loaded sourcekitd.
typedef struct csourcekit *csourcekit_t;

/// Loads and initialises the library at a path; returns NULL and sets `problem`, which the caller
/// frees, where it cannot be loaded or lacks a function.
csourcekit_t csourcekit_load(const char *path, char **problem);

/// Sends a request in sourcekitd's YAML form and waits for the response.
///
/// Returns the response as JSON, or NULL and sets `problem`; the caller frees both.
char *csourcekit_send(csourcekit_t kit, const char *yaml, char **problem);
