/// A solution of an exercise that is not right; thrown by `grade`, it fails the cell.
public struct NotYetRight: Error, Equatable, Sendable, CustomStringConvertible {
    /// The diagnosis of the solution.
    public let diagnosis: Diagnosis

    /// Takes what was found out.
    package init(_ diagnosis: Diagnosis) { self.diagnosis = diagnosis }

    /// The diagnosis in words.
    public var description: String { diagnosis.description }
}
