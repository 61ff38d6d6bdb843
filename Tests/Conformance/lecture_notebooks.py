"""The project's own notebooks, played by nbclient: one among the other tests, all by themselves."""

import itertools
import pathlib
import unittest

import nbclient
import nbformat

FOLDER = pathlib.Path(__file__).resolve().parent.parent.parent / "notebooks"
TIMEOUT = 300


def kinds(book):
    """Returns the kinds of the outputs of each cell; pieces of one text count once."""
    outputs = ([output.output_type for output in cell.get("outputs", [])] for cell in book.cells)
    return [[kind for kind, _ in itertools.groupby(of_cell)] for of_cell in outputs]


def play(test, path):
    """Runs a notebook, and compares what kinds of outputs its cells have with the stored ones."""
    book = nbformat.read(path, as_version=4)
    stored = kinds(book)
    resources = {"metadata": {"path": str(FOLDER)}}
    nbclient.NotebookClient(book, timeout=TIMEOUT, resources=resources).execute()
    test.assertEqual(kinds(book), stored, path.name)


class LectureNotebookTests(unittest.TestCase):
    def test_nbclient_plays_backpropagation_through_time(self):
        play(self, FOLDER / "01-backpropagation-through-time.ipynb")


class AllLectureNotebooks(unittest.TestCase):
    def test_nbclient_plays_every_notebook(self):
        for path in sorted(FOLDER.glob("*.ipynb")):
            with self.subTest(path.name):
                play(self, path)


if __name__ == "__main__":
    unittest.main(argv=[__file__, "AllLectureNotebooks"], verbosity=2)
