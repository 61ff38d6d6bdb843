// Jupyter messages as values: headers, contents, framing, signing, connection files.
