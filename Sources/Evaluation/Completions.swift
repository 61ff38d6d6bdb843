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
