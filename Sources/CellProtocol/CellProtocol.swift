// The frames that pass between kernel, compiler process and worker.
