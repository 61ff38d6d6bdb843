// An evaluator made of a compiler process and a worker process.
