public import Display

/// A formula in LaTeX, with an equivalent text for consoles.
///
/// For example: `Formula(latex: "0.5^{10} = 0.0009765625", text: "0.5¹⁰ = 0.0009765625")`.
public struct Formula: Sendable, Hashable {
    /// The LaTeX source, without dollar signs.
    public let latex: String
    /// The equivalent Unicode text, in one or more lines.
    private let twin: String

    /// Creates a formula from LaTeX and the equivalent text.
    ///
    /// - Parameters:
    ///   - latex: the LaTeX source; enclosing dollar signs are removed.
    ///   - text: the equivalent Unicode text, in one or more lines.
    public init(latex: String, text: String) {
        var inner = Substring(latex)
        while let first = inner.first, first.isWhitespace || first == "$" { inner.removeFirst() }
        while let last = inner.last, last.isWhitespace || last == "$" { inner.removeLast() }
        self.latex = String(inner)
        twin = text
    }

    /// Returns the formula with another one below it, aligned at their first equals signs.
    public func followed(by next: Formula) -> Formula {
        let rows = Self.rows(of: latex) + Self.rows(of: next.latex)
        let body = rows.map(Self.aligned).joined(separator: " \\\\\n")
        return Formula(
            latex: "\\begin{aligned}\n\(body)\n\\end{aligned}", text: twin + "\n" + next.twin)
    }

    /// Returns the rows of a formula.
    private static func rows(of latex: String) -> [String] {
        let (start, end) = ("\\begin{aligned}\n", "\n\\end{aligned}")
        guard latex.hasPrefix(start), latex.hasSuffix(end) else { return [latex] }
        var rest = latex.dropFirst(start.count).dropLast(end.count)
        var rows: [String] = []
        while let range = rest.firstRange(of: " \\\\\n") {
            rows.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return rows + [String(rest)]
    }

    /// Returns a row with an alignment mark before its first equals sign.
    private static func aligned(_ row: String) -> String {
        guard !row.contains("&"), let sign = row.firstIndex(of: "=") else { return row }
        return row[..<sign] + "&" + row[sign...]
    }

    /// Returns the formula as text.
    ///
    /// - Parameter style: the characters to write with.
    public func text(style: TextStyle = .preferred) -> String {
        let lines = twin.split(separator: "\n", omittingEmptySubsequences: false)
        guard style == .ascii else { return lines.joined(separator: "\n") }
        return lines.map { String($0).asciiSpelling }.joined(separator: "\n")
    }

    /// The formula as text in 7-bit ASCII.
    public var ascii: String { text(style: .ascii) }
}

extension Formula: Displayable, CustomStringConvertible {
    /// The formula as text.
    public var description: String { text() }

    /// The formula as text, and as LaTeX between double dollar signs.
    public var mimeBundle: MIMEBundle {
        var bundle = MIMEBundle(text: text())
        bundle[.latex] = .text("$$\(latex)$$")
        return bundle
    }
}
