"""Writes expected/NAME.ipynb from inputs/NAME.ipynb with Python's own nbformat.

The tests compare what NotebookDocument writes with these files, byte for byte, so that no Python is
needed to run them. Run this again after adding an input:

    python3 -m venv venv && venv/bin/pip install nbformat==5.11.1 && venv/bin/python regenerate.py
"""

from pathlib import Path

import nbformat

here = Path(__file__).parent
for source in sorted((here / "inputs").glob("*.ipynb")):
    notebook = nbformat.read(source, as_version=nbformat.NO_CONVERT)
    nbformat.write(notebook, here / "expected" / source.name)
