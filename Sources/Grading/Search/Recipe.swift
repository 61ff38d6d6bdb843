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

/// A question with numbers in it, whose answer is rows of numbers.
package protocol Problem: Sendable {
    /// The right answer.
    var right: [[Double]] { get }

    /// Returns the name of a row of the answer, such as "step 3".
    func name(ofRow row: Int) -> String

    /// The word for rows in the plural, such as "steps".
    static var rowsName: String { get }

    /// The question's numbers in one line, for a person to try again.
    var summary: String { get }

    /// The numbers that a row may have been made of by mistake.
    var quantities: [Quantity] { get }

    /// Returns the numbers whose product a row is; none where it is no product.
    func factors(ofRow row: Int) -> [Quantity]
}
