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

/// A reply of the compiler process.
public struct CompilerReply: Codable, Sendable {
    /// The number of the request; 0 for the greeting, which has no request.
    public var number: Int

    /// The answer.
    public var answer: Answer

    /// Creates a reply.
    public init(number: Int, answer: Answer) {
        self.number = number
        self.answer = answer
    }

    /// The content of a reply.
    public enum Answer: Codable, Sendable {
        /// The greeting, with the toolchain in use.
        case ready(Toolchain)
        /// The analysis of a source.
        case analysis(CellAnalysis)
        /// The completeness of a source.
        case completeness(SourceCompleteness)
        /// The result of compiling a cell.
        case compiled(CompileResult)
        /// The completions at a position.
        case completions([CodeCompletion])
        /// The kind of place at a position.
        case place(SourcePlace)
        /// The information on a position.
        case inspection(CodeInspection)
        /// The request failed; the text is the cause.
        case failed(String)
    }
}

/// The completeness of a source.
public enum SourceCompleteness: Codable, Sendable, Hashable {
    /// The source is complete, with or without errors.
    case complete
    /// The source needs more lines; the next one is indented by this number of spaces.
    case incomplete(indentation: Int)
    /// The source has an error that more lines would not repair.
    case invalid
}
