/// A kind of region in a cell's source, between a line that begins it and one that ends it.
///
/// - Source: nbgrader's documentation, "Creating and grading assignments".
enum MarkedRegion: String, CaseIterable {
    /// What students write themselves.
    case solution = "SOLUTION"
    /// Tests that students do not see.
    case hiddenTests = "HIDDEN TESTS"
    /// What those who mark a task by hand look for.
    case markScheme = "MARK SCHEME"

    /// The text that is somewhere in the first line.
    var beginning: String { "BEGIN \(rawValue)" }

    /// The text that is somewhere in the last line.
    var ending: String { "END \(rawValue)" }
}
