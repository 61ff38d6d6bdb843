/// A diagnostic of the compiler.
public struct Diagnostic: Codable, Sendable, Hashable {
    /// The severity of a diagnostic.
    public enum Severity: String, Codable, Sendable {
        /// An error, which prevents compilation.
        case error
        /// A warning about code that can be compiled but may not have the intended meaning.
        case warning
        /// An explanation of another diagnostic.
        case note
        /// An observation.
        case remark
    }

    /// A range of the compiled source.
    public struct Span: Codable, Sendable, Hashable {
        /// The start, in UTF-8 bytes from the start of the source.
        public var offset: Int
        /// The length in UTF-8 bytes.
        public var length: Int

        /// Creates a range.
        public init(offset: Int, length: Int) {
            self.offset = offset
            self.length = length
        }
    }

    /// A suggested change of the source.
    public struct FixIt: Codable, Sendable, Hashable {
        /// The range to replace.
        public var span: Span
        /// The replacement.
        public var replacement: String

        /// Creates a change.
        public init(span: Span, replacement: String) {
            self.span = span
            self.replacement = replacement
        }
    }

    /// The severity.
    public var severity: Severity

    /// The compiler's name for the kind of diagnostic; empty if it has none.
    public var identifier: String

    /// The bytes of the message.
    public var message: String

    /// The file, as named by the source's own `#sourceLocation`; empty if there is none.
    public var file: String

    /// The line number, starting at one; 0 if there is none.
    public var line: Int

    /// The column in UTF-8 bytes, starting at one; 0 if there is none.
    public var column: Int

    /// The ranges of the source that the diagnostic highlights.
    public var spans: [Span]

    /// The notes that explain the diagnostic.
    public var notes: [Diagnostic]

    /// The suggested changes.
    public var fixIts: [FixIt]

    /// Creates a diagnostic.
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

/// The kind of place at a cursor position.
public enum SourcePlace: Codable, Sendable, Hashable {
    /// In code, including the code of an interpolation.
    ///
    /// `missing` is the text that would close an interpolation that is still open. After an
    /// operator, `beginsStatement` tells whether the operator begins a statement at the top level.
    case code(missing: String, beginsStatement: Bool = false)
    /// In the text of a string literal; its text, or the part after the last interpolation or line
    /// end, begins at this offset in UTF-8 bytes.
    case literal(start: Int)
    /// In a comment or a regular expression, where there are no names.
    case elsewhere
}
