package import Display
internal import Plotting

/// A claim with what was found and what it was compared with.
package struct Comparison: Sendable {
    /// How many characters a line has at most.
    private static let columns = 79

    /// What lines after the first begin with.
    private static let indentation = "    "

    /// What the claim is about.
    private let claim: String
    /// What was found.
    private let found: String
    /// What it should be, in words that can follow "should be"; nothing where the claim is all.
    private let demand: String?
    /// What to add where the claim holds; empty where what was found says it all.
    private let remark: String
    /// Whether the claim holds.
    private let holds: Bool

    /// Puts a comparison into words.
    ///
    /// - Parameters:
    ///   - claim: what it is about.
    ///   - found: what was found.
    ///   - demand: what it should be, in words that can follow "should be".
    ///   - remark: what to add where it holds.
    ///   - holds: whether it holds.
    package init(
        _ claim: String, found: String, demand: String?, remark: String = "", holds: Bool
    ) {
        self.claim = claim
        self.found = found
        self.demand = demand
        self.remark = remark
        self.holds = holds
    }

    /// Returns the line that says what was compared, and further ones, further in, where it is too long
    /// for a console.
    ///
    /// - Parameter style: the characters to write with.
    /// - Throws: `CheckFailure` where the claim does not hold.
    package func line(style: TextStyle = .preferred) throws(CheckFailure) -> String {
        guard holds else { throw CheckFailure(description: failure) }
        let line = "✓ \(claim)" + (demand == nil ? "" : " = \(found)\(remark)")
        let spelled = style == .ascii ? line.asciiSpelling : line
        guard spelled.columns > Self.columns else { return spelled }
        return spelled.wrapped(to: Self.columns - Self.indentation.count)
            .joined(separator: "\n" + Self.indentation)
    }

    /// What was claimed, what was found, and what it should have been.
    private var failure: String {
        guard let demand else { return "it is not true that \(claim)" }
        return "\(claim) = \(found), but it should be \(demand)"
    }
}
