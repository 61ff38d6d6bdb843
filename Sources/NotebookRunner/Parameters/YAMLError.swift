/// Why a text could not be read as YAML.
struct YAMLError: Error, CustomStringConvertible {
    /// The line, counted from one.
    let line: Int

    /// What is wrong there.
    let problem: String

    /// The place and the problem, as the end of a sentence.
    var description: String { "line \(line) \(problem)" }
}
