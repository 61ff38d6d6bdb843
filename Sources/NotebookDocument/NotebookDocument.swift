// nbformat 4 documents, read and written without losing a byte.
