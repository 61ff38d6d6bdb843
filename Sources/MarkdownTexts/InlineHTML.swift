/// HTML that stands within a line of Markdown.
enum InlineHTML {
    /// A tag.
    // Unsafe: a regular expression is not `Sendable`, but matching does not change it.
    nonisolated(unsafe) private static let tag =
        /<(?:[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][A-Za-z0-9_.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?|\/[A-Za-z][A-Za-z0-9-]*\s*)>/

    /// Returns how many characters the tag or comment has at the beginning of a text; nil where there
    /// is none.
    ///
    /// - Source: "Raw HTML" in the CommonMark specification 0.31.
    static func length(atStartOf text: Substring) -> Int? {
        guard text.first == "<" else { return nil }
        for (start, end) in [("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!", ">")]
        where text.hasPrefix(start) {
            guard let range = text.dropFirst(start.count).firstRange(of: end) else { return nil }
            return text.distance(from: text.startIndex, to: range.upperBound)
        }
        return text.prefixMatch(of: tag).map { $0.output.count }
    }
}
