// Serves an evaluator to Jupyter clients on five channels.
