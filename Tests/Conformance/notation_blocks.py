"""The blocks of PyTorch in docs/notation.md print what they say, where PyTorch is installed."""

import contextlib
import importlib.util
import io
import pathlib
import re
import unittest

PAGE = pathlib.Path(__file__).resolve().parent.parent.parent / "docs" / "notation.md"
BLOCKS = re.findall(r"### (\d\d), .*?\n\n```python\n(.*?)```", PAGE.read_text(), re.DOTALL)


def says(printed, claimed):
    """Whether a printed value, rounded to the digits of the claimed one, is that one."""
    if claimed in ("True", "False"):
        return printed == claimed
    decimals = len(claimed.partition(".")[2])
    return abs(float(printed) - float(claimed)) <= 0.5 * 10**-decimals * (1 + 1e-9)


class NotationPageTests(unittest.TestCase):
    def test_there_is_a_block_for_every_notebook_from_01_on(self):
        names = sorted(path.name[:2] for path in (PAGE.parent.parent / "notebooks").glob("*.ipynb"))
        self.assertEqual([number for number, _ in BLOCKS], [name for name in names if name != "00"])

    def test_every_block_claims_something_in_few_lines(self):
        for number, block in BLOCKS:
            with self.subTest(number):
                self.assertRegex(block, r"print\(.*\)  # \S")
                self.assertLessEqual(len(block.splitlines()), 13)


if importlib.util.find_spec("torch"):

    class NotationBlockTests(unittest.TestCase):
        def test_every_block_prints_what_it_says(self):
            for number, block in BLOCKS:
                with self.subTest(number):
                    claims = re.findall(r"print\(.*\)  # (\S+)", block)
                    output = io.StringIO()
                    with contextlib.redirect_stdout(output):
                        exec(block, {})
                    lines = output.getvalue().split()
                    self.assertEqual(len(lines), len(claims))
                    for printed, claimed in zip(lines, claims):
                        self.assertTrue(says(printed, claimed), f"{printed}, not {claimed}")


if __name__ == "__main__":
    unittest.main(verbosity=2)
