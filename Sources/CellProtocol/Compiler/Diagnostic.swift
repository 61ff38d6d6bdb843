/// Something that the compiler says about a place in a source.
public struct Diagnostic: Codable, Sendable, Hashable {
    /// How serious it is.
    public enum Severity: String, Codable, Sendable {
        /// The source cannot be compiled.
        case error
        /// The source can be compiled, but may not mean what the person thinks.
        case warning
        /// An explanation of another diagnostic.
        case note
        /// An observation.
        case remark
    }

    /// A part of the source that was compiled.
    public struct Span: Codable, Sendable, Hashable {
        /// Where it begins, in UTF-8 bytes from the start of the source.
        public var offset: Int
        /// Its length in UTF-8 bytes.
        public var length: Int

        /// Makes a part.
        public init(offset: Int, length: Int) {
            self.offset = offset
            self.length = length
        }
    }

    /// A change of the source that would help.
    public struct FixIt: Codable, Sendable, Hashable {
        /// What is to be replaced.
        public var span: Span
        /// What is to stand there.
        public var replacement: String

        /// Makes a change.
        public init(span: Span, replacement: String) {
            self.span = span
            self.replacement = replacement
        }
    }

    /// How serious it is.
    public var severity: Severity

    /// The compiler's name for this kind of diagnostic; empty where it does not tell.
    public var identifier: String

    /// What the compiler says.
    public var message: String

    /// The file, as the source's own `#sourceLocation` names it; empty where there is none.
    public var file: String

    /// The line, counted from one; 0 where there is none.
    public var line: Int

    /// The column in UTF-8 bytes, counted from one; 0 where there is none.
    public var column: Int

    /// The parts of the source that are meant.
    public var spans: [Span]

    /// Explanations.
    public var notes: [Diagnostic]

    /// Changes that would help.
    public var fixIts: [FixIt]

    /// Makes a diagnostic.
    public init(
        severity: Severity, identifier: String = "", message: String, file: String = "",
        line: Int = 0, column: Int = 0, spans: [Span] = [], notes: [Diagnostic] = [],
        fixIts: [FixIt] = []
    ) {
        self.severity = severity
        self.identifier = identifier
        self.message = message
        self.file = file
        self.line = line
        self.column = column
        self.spans = spans
        self.notes = notes
        self.fixIts = fixIts
    }
}
