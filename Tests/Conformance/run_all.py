"""Runs all tests that drive the installed kernel with Jupyter's own programs."""

import unittest

import jupyter_suite
import kernel_conformance
import kernel_testbed
import lecture_notebooks
import notation_blocks
import notebook_clients
import widget_conformance

if __name__ == "__main__":
    loader = unittest.defaultTestLoader
    modules = [
        kernel_conformance, kernel_testbed, jupyter_suite, notation_blocks, notebook_clients,
        widget_conformance]
    suite = unittest.TestSuite(loader.loadTestsFromModule(module) for module in modules)
    suite.addTests(loader.loadTestsFromTestCase(lecture_notebooks.LectureNotebookTests))
    result = unittest.TextTestRunner(verbosity=2).run(suite)
    raise SystemExit(not result.wasSuccessful())
