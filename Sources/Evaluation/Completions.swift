/// The completions at a position in code.
public struct Completions: Sendable, Hashable {
    /// The part of the code that a completion replaces, in Unicode scalars from its start.
    public var replacedRange: Range<Int>

    /// The completions, the best first.
    public var candidates: [Completion]

    /// Creates a list of completions.
    public init(replacedRange: Range<Int>, candidates: [Completion]) {
        self.replacedRange = replacedRange
        self.candidates = candidates
    }
}

/// A completion of some code.
public struct Completion: Sendable, Hashable {
    /// The text that replaces the replaced range.
    public var text: String

    /// The kind of the completion, such as `function`, which clients show as an icon.
    public var kind: String

    /// A short form of the declaration, such as `(to: Int) -> String`; empty if it adds nothing.
    public var signature: String

    /// Creates a completion.
    public init(text: String, kind: String, signature: String = "") {
        self.text = text
        self.kind = kind
        self.signature = signature
    }
}

/// The completeness of code that is being typed.
public enum Completeness: Sendable, Hashable {
    /// The code can be evaluated.
    case complete
    /// The code needs more lines; the next one begins with the given white space.
    case incomplete(indentation: String)
    /// The code has an error that more lines would not repair.
    case invalid
    /// The completeness could not be determined.
    case unknown
}

/// The level of detail of an inspection.
public enum InspectionDetail: Sendable, Hashable {
    /// The declaration and its documentation.
    case documentation
    /// Also the source, if it is available.
    case source
}
