/// A request of the kernel to the compiler process.
public struct CompilerRequest: Codable, Sendable {
    /// The number of the request, which its reply repeats.
    public var number: Int

    /// The content of the request.
    public var question: Question

    /// Creates a request.
    public init(number: Int, question: Question) {
        self.number = number
        self.question = question
    }

    /// The content of a request.
    public enum Question: Codable, Sendable {
        /// Analyzes a source for a language mode, which determines the active `#if` clauses.
        case analyze(source: String, LanguageMode)
        /// Determines whether a source is complete or needs more lines.
        case completeness(source: String)
        /// Compiles and links a cell.
        case compile(CompileJob)
        /// Determines whether a position, in UTF-8 bytes from the start of the source, is in code
        /// or in a literal.
        case place(source: String, offset: Int)
        /// Returns the completions at a position.
        case complete(CodeQuery)
        /// Returns information on a position.
        case inspect(CodeQuery)
    }
}
