// Contexts, sockets and multipart messages; nothing about Jupyter.
