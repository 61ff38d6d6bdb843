// The few functions of sourcekitd that the room CellCompiler needs, looked up at run time: the
// library is part of the toolchain and has no module map. Requests and responses are passed as
// text, so that no handle of the library is ever held. Only that room imports this module.
#pragma once

/// The functions of a loaded sourcekitd.
typedef struct csourcekit *csourcekit_t;

/// Loads and initializes the library at a path. If it cannot be loaded or lacks a function, returns
/// NULL and sets `problem`, which the caller frees.
csourcekit_t csourcekit_load(const char *path, char **problem);

/// Sets options of LLVM in the loaded library, as if given on its command line; returns whether
/// that succeeded.
///
/// The library neither accepts such options as compiler arguments nor exports a function that sets
/// them; the internal one is found in its symbol table.
int csourcekit_set_llvm_options(csourcekit_t kit, int count, const char *const *options);

/// Sends a request in sourcekitd's YAML form and waits for the response.
///
/// Returns the response as JSON, or NULL and sets `problem`; the caller frees both.
char *csourcekit_send(csourcekit_t kit, const char *yaml, char **problem);

/// Sends a completion request and waits for the response.
///
/// Returns the candidates that begin with the typed text as a JSON array, or NULL and sets
/// `problem`; the caller frees both. There can be ten thousand others, and formatting all of them
/// would take longer than finding them.
char *csourcekit_send_for_candidates(csourcekit_t kit, const char *yaml, const char *typed,
                                     char **problem);
