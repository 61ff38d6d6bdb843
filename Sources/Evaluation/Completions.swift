/// What could stand at a place in some code.
public struct Completions: Sendable, Hashable {
    /// The part of the code that a completion replaces, in Unicode scalars from its start.
    public var replacedRange: Range<Int>

    /// The candidates, the best first.
    public var candidates: [Completion]

    /// Makes a list of candidates.
    public init(replacedRange: Range<Int>, candidates: [Completion]) {
        self.replacedRange = replacedRange
        self.candidates = candidates
    }
}
