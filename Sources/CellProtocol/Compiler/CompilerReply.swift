/// What the compiler process answers.
public struct CompilerReply: Codable, Sendable {
    /// The number of the request; the greeting, which answers none, has number 0.
    public var number: Int

    /// The answer.
    public var answer: Answer

    /// Makes a reply.
    public init(number: Int, answer: Answer) {
        self.number = number
        self.answer = answer
    }

    /// What can be answered.
    public enum Answer: Codable, Sendable {
        /// The process is there; this is the toolchain that it works with.
        case ready(Toolchain)
        /// What the source declares and mentions.
        case analysis(CellAnalysis)
        /// Whether the source is complete.
        case completeness(SourceCompleteness)
        /// What became of a cell.
        case compiled(CompileResult)
        /// What could stand at the place.
        case completions([CodeCompletion])
        /// What kind of place it is.
        case place(SourcePlace)
        /// What stands at the place.
        case inspection(CodeInspection)
        /// The question could not be answered, because of this.
        case failed(String)
    }
}
