// Finds, starts and talks to a Jupyter kernel.
