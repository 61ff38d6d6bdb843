"""nbgrader's settings for this course: what stands in place of solutions in Swift, and for how long cells may run."""

c = get_config()  # noqa: F821

c.CourseDirectory.course_id = "recurrent-networks"
c.ClearSolutions.code_stub = {
    "swift": "// YOUR CODE HERE\nthrow NotWrittenYet()",
    "python": "# YOUR CODE HERE\nraise NotImplementedError()",
}
c.Execute.timeout = 120

# Cells with the tag "solution" are for teachers.
c.TagRemovePreprocessor.enabled = True
c.TagRemovePreprocessor.remove_cell_tags = {"solution"}
c.GenerateAssignment.preprocessors = [
    "nbconvert.preprocessors.TagRemovePreprocessor",
    "nbgrader.preprocessors.IncludeHeaderFooter",
    "nbgrader.preprocessors.LockCells",
    "nbgrader.preprocessors.ClearSolutions",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.CheckCellMetadata",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.SaveCells",
    "nbgrader.preprocessors.ClearHiddenTests",
    "nbgrader.preprocessors.ClearMarkScheme",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.CheckCellMetadata",
]
