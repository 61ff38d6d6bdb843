/// The text that replaces a solution in a student's notebook.
public struct ExerciseStub: Sendable, Hashable {
    /// The lines in place of code.
    public var code: String

    /// The lines in place of text.
    public var text: String

    /// Makes a stub.
    public init(code: String, text: String = "YOUR ANSWER HERE") {
        self.code = code
        self.text = text
    }

    /// Makes the stub of a language; where it is not known, the code is a comment alone.
    public init(language: String) {
        switch language.lowercased() {
        case "swift": self.init(code: "// YOUR CODE HERE\nthrow NotWrittenYet()")
        case "python": self.init(code: "# YOUR CODE HERE\nraise NotImplementedError()")
        case "r": self.init(code: "# YOUR CODE HERE\nfail()")
        case "julia": self.init(code: "# YOUR CODE HERE")
        default: self.init(code: "// YOUR CODE HERE")
        }
    }

    /// Returns the lines for a kind of cell.
    func lines(for kind: CellKind) -> [Substring] {
        (kind == .code ? code : text).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }
}
