"""A course with nbgrader: assignments are made, handed in by three students, marked and sent back."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import nbformat
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from traitlets.config.loader import PyFileConfigLoader

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent.parent
EXERCISES = REPOSITORY / "exercises"
# In tests of the tests, another build.
UNROLL = os.environ.get("UNROLL", str(REPOSITORY / ".build/release/unroll"))

# What a student of each kind does to the solution of a cell, by the cell's grade_id.
SLIPS = {
    "terms": ("(1 - H[k] * H[k]) * W * delta", "(1 - H[k] * H[k]) * delta"),
    "input-terms": ("delta * x[k - 1]", "delta * H[k - 1]"),
    "matrix-terms": ("W.transposed * delta", "W * delta"),
    "inputs": ("[1, -0.38, -0.5]", "[1, 0.5, -0.5]"),
}
DIAGNOSES = [
    "W is missing on the way from step 4 to step 3",
    "step 4: ",
    "H₃ stands where x₄ belongs",
    "W δ₄ stands where Wᵀ δ₄ belongs",
    "it is not true that step two contributes more than step three",
]


def read(path):
    """Reads a notebook."""
    return nbformat.read(path, as_version=4)


def grade_id(cell):
    """Returns the name that a cell's marks are kept under."""
    return cell.metadata.get("nbgrader", {}).get("grade_id")


class Course:
    """A course in a folder for temporary files."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        shutil.copytree(EXERCISES / "source", self.folder / "source")
        shutil.copy(EXERCISES / "nbgrader_config.py", self.folder)
        settings = PyFileConfigLoader("nbgrader_config.py", str(self.folder)).load_config()
        settings.CourseDirectory.root = str(self.folder)
        self.nbgrader = NbGraderAPI(config=settings)

    def have(self, outcome):
        """Fails where something that nbgrader did in this process went wrong."""
        if not outcome["success"]:
            raise AssertionError(f"{outcome.get('error')}\n{outcome.get('log')}"[-3000:])

    def call(self, *arguments):
        """Calls nbgrader as a lecturer does."""
        command = [sys.executable, "-m", "nbgrader", *arguments]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True)
        if done.returncode != 0:
            raise AssertionError(f"nbgrader {' '.join(arguments)} failed:\n{done.stderr[-3000:]}")

    def notebook(self, folder, assignment):
        """Returns the path of the only notebook of an assignment."""
        [path] = (self.folder / folder / assignment).glob("*.ipynb")
        return path

    def hand_in(self, student, assignment, solve):
        """Hands in the released notebook, with solutions as a function of their cell's name makes them."""
        path = self.notebook("release", assignment)
        solutions = {grade_id(cell): cell.source for cell in read(self.notebook("source", assignment)).cells}
        book = read(path)
        for cell in book.cells:
            marks = cell.metadata.get("nbgrader", {})
            if marks.get("solution"):
                cell.source = solve(grade_id(cell), solutions[grade_id(cell)], cell.source)
        folder = self.folder / "submitted" / student / assignment
        folder.mkdir(parents=True)
        nbformat.write(book, folder / path.name)

    def marks(self, student, assignment):
        """Returns the marks of the cells that are marked automatically, and what they could be."""
        with Gradebook(f"sqlite:///{self.folder}/gradebook.db", "recurrent-networks") as book:
            [notebook] = book.find_submission(assignment, student).notebooks
            grades = [grade for grade in notebook.grades if grade.cell.cell_type == "code"]
            return (
                {grade.name: grade.auto_score for grade in grades},
                {grade.name: grade.max_score for grade in grades},
            )


def solved(name, solution, stub):
    """Returns the solution, below names of the student's own that cells of tests use as well."""
    own = "let network = 1, pass = 2, sizes = 3, H = 4, task = 5\n" if name == "terms" else ""
    return own + solution


def empty(name, solution, stub):
    """Returns what stood there."""
    return stub


def slipped(name, solution, stub):
    """Returns the solution with a slip; what is to be put into words is left empty."""
    if name not in SLIPS:
        return stub
    right, wrong = SLIPS[name]
    assert right in solution, name
    return solution.replace(right, wrong)


class CourseTests(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.course = Course(cls.temporary.name)
        cls.assignments = sorted(path.name for path in (EXERCISES / "source").iterdir())
        cls.course.call("generate_assignment", "01")
        # The others without a process each, which costs seconds.
        for assignment in cls.assignments:
            if assignment == "01":
                continue
            cls.course.have(cls.course.nbgrader.generate_assignment(assignment))

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def test_1_students_get_what_our_command_makes(self):
        ours = self.course.folder / "ours"
        subprocess.run(
            [UNROLL, "exercises", str(EXERCISES / "source"), "--student", str(ours)],
            check=True, capture_output=True)
        for assignment in self.assignments:
            path = self.course.notebook("release", assignment)
            theirs = [(cell.cell_type, cell.source) for cell in read(path).cells]
            mine = [(cell.cell_type, cell.source) for cell in read(ours / assignment / path.name).cells]
            self.assertEqual(mine, theirs, assignment)
            self.assertNotIn("SOLUTION", "".join(source for _, source in theirs))

    def test_2_marks_are_none_all_and_between(self):
        self.course.hand_in("empty", "01", empty)
        self.course.hand_in("slipped", "01", slipped)
        for assignment in self.assignments:
            self.course.hand_in("solved", assignment, solved)
            if assignment == "01":
                self.course.call("autograde", assignment)
            else:
                self.course.have(self.course.nbgrader.autograde(assignment, "solved"))
            reached, possible = self.course.marks("solved", assignment)
            self.assertEqual(reached, possible, assignment)
        reached, possible = self.course.marks("empty", "01")
        self.assertEqual(set(reached.values()), {0})
        reached, _ = self.course.marks("slipped", "01")
        self.assertEqual(
            reached, {"terms-test": 2, "input-test": 1, "matrix-test": 2, "inputs-test": 0})

    def test_3_feedback_shows_the_diagnosis(self):
        self.course.call("generate_feedback", "01")
        [page] = (self.course.folder / "feedback/slipped/01").glob("*.html")
        text = page.read_text().replace("&#39;", "'").replace("&gt;", ">")
        for diagnosis in DIAGNOSES:
            self.assertIn(diagnosis, text)
        [page] = (self.course.folder / "feedback/empty/01").glob("*.html")
        self.assertIn("this is not written yet", page.read_text())


if __name__ == "__main__":
    unittest.main(verbosity=2)
