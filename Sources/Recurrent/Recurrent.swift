// Matrices, recurrent cells, losses, optimisers and sequence data, with hand-derived gradients; knows nothing of notebooks.
