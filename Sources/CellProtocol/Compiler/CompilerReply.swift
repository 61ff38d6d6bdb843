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
