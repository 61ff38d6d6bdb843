package import Display
internal import Plotting

/// The result of comparing a claim with what was found.
package struct Comparison: Sendable {
    /// The subject of the claim.
    private let claim: String
    /// The value that was found.
    private let found: String
    /// The expected value, in words that can follow "should be", or `nil` if the claim says
    /// everything.
    private let demand: String?
    /// A remark for a claim that holds; empty if there is none.
    private let remark: String
    /// Indicates whether the claim holds.
    private let holds: Bool

    /// Creates a comparison.
    ///
    /// - Parameters:
    ///   - claim: the subject of the claim.
    ///   - found: the value that was found.
    ///   - demand: the expected value, in words that can follow "should be".
    ///   - remark: a remark for a claim that holds.
    ///   - holds: whether the claim holds.
    package init(
        _ claim: String, found: String, demand: String?, remark: String = "", holds: Bool
    ) {
        self.claim = claim
        self.found = found
        self.demand = demand
        self.remark = remark
        self.holds = holds
    }

    /// Returns the line for a claim that holds; clients wrap a long one.
    ///
    /// - Parameter style: the characters to write with.
    /// - Throws: `CheckFailure` if the claim does not hold.
    package func line(style: TextStyle = .preferred) throws(CheckFailure) -> String {
        guard holds else { throw CheckFailure(description: failure) }
        let line = "✓ \(claim)" + (demand == nil ? "" : " = \(found)\(remark)")
        return style == .ascii ? line.asciiSpelling : line
    }

    /// The claim, what was found, and what was expected.
    private var failure: String {
        guard let demand else { return "it is not true that \(claim)" }
        return "\(claim) = \(found), but it should be \(demand)"
    }
}
