"""Notebooks played by other programs than our own: nbclient, nbconvert and jupyter console."""

import json
import os
import pathlib
import pty
import select
import subprocess
import sys
import tempfile
import time
import unittest

import nbclient
import nbformat

TIMEOUT = 60


def notebook(*sources):
    """Makes a notebook of some cells."""
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    metadata = {"kernelspec": {"name": "unroll", "display_name": "Swift (Unroll)"}}
    return nbformat.v4.new_notebook(cells=cells, metadata=metadata)


class NotebookClientTests(unittest.TestCase):
    def test_nbclient_runs_cells_that_share_variables(self):
        book = notebook("let a = 20\nprint(a)", "func f() -> Int { a + 1 }", "f() * 2")
        nbclient.NotebookClient(book, timeout=TIMEOUT).execute()
        self.assertEqual(book.cells[0].outputs[0].text, "20\n")
        self.assertEqual(book.cells[1].outputs, [])
        self.assertEqual(book.cells[2].outputs[0].data["text/plain"], "42")
        self.assertEqual([cell.execution_count for cell in book.cells], [1, 2, 3])
        nbformat.validate(book)

    def test_nbclient_sees_the_error_of_a_cell(self):
        book = notebook("let numbers = [1]", "numbers[3]")
        with self.assertRaises(nbclient.exceptions.CellExecutionError) as caught:
            nbclient.NotebookClient(book, timeout=TIMEOUT).execute()
        self.assertIn("the index is 3, and the array has 1 element", str(caught.exception))

    def test_nbclient_goes_on_after_a_failure_with_the_variables_as_they_were(self):
        book = notebook("var n = 1", 'n = 2\nfatalError("no")', "n")
        nbclient.NotebookClient(book, timeout=TIMEOUT, allow_errors=True).execute()
        self.assertEqual(book.cells[1].outputs[-1].output_type, "error")
        self.assertEqual(book.cells[2].outputs[0].data["text/plain"], "1")

    def test_nbclient_interrupts_a_cell_that_takes_too_long(self):
        book = notebook("while true {}", "1 + 1")
        client = nbclient.NotebookClient(
            book, timeout=2, interrupt_on_timeout=True, allow_errors=True
        )
        client.execute()
        self.assertEqual(book.cells[0].outputs[-1].ename, "Interrupted")
        self.assertEqual(book.cells[1].outputs[0].data["text/plain"], "2")

    def test_nbconvert_executes_a_notebook(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "book.ipynb"
            nbformat.write(notebook("print(6 * 7)"), path)
            command = ["-m", "nbconvert", "--to", "notebook", "--execute", "--inplace", str(path)]
            run = subprocess.run(
                [sys.executable, *command], capture_output=True, text=True, timeout=TIMEOUT
            )
            self.assertEqual(run.returncode, 0, run.stderr)
            cells = json.loads(path.read_text())["cells"]
            self.assertEqual(cells[0]["outputs"][0]["text"], ["42\n"])


class ConsoleTests(unittest.TestCase):
    def setUp(self):
        environment = dict(os.environ, TERM="xterm", COLUMNS="80", LINES="24")
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            command = [sys.executable, "-m", "jupyter_console", "--kernel", "unroll"]
            os.execve(sys.executable, command, environment)
        self.text = ""

    def tearDown(self):
        os.close(self.terminal)
        os.waitpid(self.process, 0)

    def expect(self, wanted):
        """Reads until a text has come after what was expected before."""
        deadline = time.monotonic() + TIMEOUT
        while wanted not in self.text:
            ready, _, _ = select.select([self.terminal], [], [], deadline - time.monotonic())
            self.assertTrue(ready, f"{wanted!r} did not come; there was {self.text!r}")
            piece = os.read(self.terminal, 1 << 16)
            # prompt_toolkit queries the terminal for the position of its cursor.
            if b"\x1b[6n" in piece:
                os.write(self.terminal, b"\x1b[1;1R")
            self.text += piece.decode("utf-8", "replace")
        self.text = self.text[self.text.index(wanted) + len(wanted) :]

    def type(self, text):
        """Types a text."""
        os.write(self.terminal, text.encode())

    def test_console_runs_cells(self):
        self.expect("In [")
        self.type("let word = String(repeating: \"ha\", count: 3)\r")
        self.expect("In [")
        self.type("word\r")
        self.expect("hahaha")
        self.type("exit\r")


if __name__ == "__main__":
    unittest.main()
