// The few calls of sourcekitd that the room CellCompiler needs, found at run time: the library is a
// part of the toolchain and has no module map. Requests and responses pass as text, so that no
// handle of the library is ever held. Only that room imports this module.
#pragma once

/// The functions of a loaded sourcekitd.
typedef struct csourcekit *csourcekit_t;

/// Loads and initialises the library at a path; returns NULL and sets `problem`, which the caller
/// frees, where it cannot be loaded or lacks a function.
csourcekit_t csourcekit_load(const char *path, char **problem);

/// Sets options of LLVM in the loaded library, as if they were given on its command line; returns
/// whether that was possible.
///
/// The library parses no such options from the arguments of a compilation and exports no function
/// that would; the one that it has inside is found in its table of symbols.
int csourcekit_set_llvm_options(csourcekit_t kit, int count, const char *const *options);

/// Sends a request in sourcekitd's YAML form and waits for the response.
///
/// Returns the response as JSON, or NULL and sets `problem`; the caller frees both.
char *csourcekit_send(csourcekit_t kit, const char *yaml, char **problem);

/// Sends a request for what could stand at a place and waits for the response.
///
/// Returns the candidates that begin with what was typed as a JSON array, or NULL and sets `problem`;
/// the caller frees both. There can be ten thousand more, and writing all of them down would take
/// longer than finding them.
char *csourcekit_send_for_candidates(csourcekit_t kit, const char *yaml, const char *typed,
                                     char **problem);
