/// A way to the answer of a problem, which is right as long as none of its choices is changed.
package protocol Recipe: Sendable {
    /// The problems that it answers.
    associatedtype Question: Problem

    /// Makes the right way.
    init()

    /// Returns what comes out on this way.
    func answer(to problem: Question) -> [[Double]]

    /// Returns the faults that people make, the usual ones first.
    static func slips(for problem: Question) -> [Slip<Self>]
}
