// Starts, watches and ends child processes, and carries frames and descriptors between them.
