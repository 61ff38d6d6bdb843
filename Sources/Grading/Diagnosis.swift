/// The diagnosis of a solution of an exercise.
public struct Diagnosis: Equatable, Sendable, CustomStringConvertible {
    /// Indicates whether the solution is right.
    public let isRight: Bool

    /// The first part that is not right, such as "step 3"; nil where there is none.
    public let place: String?

    /// The known faults that explain the whole answer; none where it is right or nothing is known.
    public let faults: [String]

    /// The part of the numbers that are right, from 0 to 1.
    public let share: Double

    /// The diagnosis in words, and below it what was found and what it should be.
    public let description: String

    /// Puts a diagnosis together.
    package init(
        isRight: Bool, place: String? = nil, faults: [String] = [], share: Double,
        _ description: String
    ) {
        self.isRight = isRight
        self.place = place
        self.faults = faults
        self.share = share
        self.description = description
    }

    /// Returns how many of an exercise's points the solution is worth.
    ///
    /// All where it is right, otherwise the share of what is right, but at least a half for one known
    /// fault and a quarter for two; never all, and rounded down to a quarter of a point.
    public func points(of possible: Double) -> Double {
        guard possible > 0, possible.isFinite else { return 0 }
        if isRight { return possible }
        let least = faults.isEmpty ? 0 : faults.count == 1 ? 0.5 : 0.25
        let quarters = (4 * possible * max(share, least)).rounded(.down)
        return max(0, min(quarters, (4 * possible).rounded(.up) - 1)) / 4
    }
}

/// A solution of an exercise that is not right; thrown by `grade`, it fails the cell.
public struct NotYetRight: Error, Equatable, Sendable, CustomStringConvertible {
    /// The diagnosis of the solution.
    public let diagnosis: Diagnosis

    /// Takes what was found out.
    package init(_ diagnosis: Diagnosis) { self.diagnosis = diagnosis }

    /// The diagnosis in words.
    public var description: String { diagnosis.description }
}

/// The error that stands in an exercise where a solution has to be written.
///
/// ```swift
/// func terms(W: Double, V: Double, H: [Double], x: [Double], y: Double) throws -> [Double] {
///     // YOUR CODE HERE
///     throw NotWrittenYet()
/// }
/// ```
public struct NotWrittenYet: Error, Equatable, Sendable, CustomStringConvertible {
    /// The task that is left.
    public var description: String {
        "this is not written yet: write your solution in place of the line \"throw NotWrittenYet()\""
    }

    /// Makes the error.
    public init() {}
}
