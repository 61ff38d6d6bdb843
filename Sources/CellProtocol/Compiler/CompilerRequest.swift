/// What the kernel asks of the compiler process.
public struct CompilerRequest: Codable, Sendable {
    /// The number that the reply carries.
    public var number: Int

    /// What is asked.
    public var question: Question

    /// Makes a request.
    public init(number: Int, question: Question) {
        self.number = number
        self.question = question
    }

    /// What can be asked.
    public enum Question: Codable, Sendable {
        /// What does this source declare and mention?
        case analyze(source: String)
        /// Could this source be compiled as it is, or does it want more lines?
        case completeness(source: String)
        /// Compile and link a cell.
        case compile(CompileJob)
        /// Is a place, in UTF-8 bytes from the start of the source, in code or in a literal?
        case place(source: String, offset: Int)
        /// What could stand at a place?
        case complete(CodeQuery)
        /// What stands at a place?
        case inspect(CodeQuery)
    }
}
