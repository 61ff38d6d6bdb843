/// The error thrown when a text is not valid YAML.
struct YAMLError: Error, CustomStringConvertible {
    /// The line number, starting at one.
    let line: Int

    /// The problem.
    let problem: String

    /// The line and the problem, as the end of a sentence.
    var description: String { "line \(line) \(problem)" }
}
