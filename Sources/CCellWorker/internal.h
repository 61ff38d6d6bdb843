// What the files of this target know of each other.
#pragma once

#include <stddef.h>

/// Finds where the libraries of the Swift runtime lie.
void cellworker_find_runtime(void);

/// Appends to the message of the current report.
void cellworker_note_runtime_message(const char *text, size_t length);
