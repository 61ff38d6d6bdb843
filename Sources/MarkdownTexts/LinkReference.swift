/// The target of a link that is defined elsewhere in the text.
struct LinkReference: Sendable, Hashable {
    /// The address.
    let address: String

    /// The tooltip of the link, or nil if there is none.
    let title: String?

    /// Returns a label as it is compared: small letters, and single spaces.
    static func normalized(_ label: Substring) -> String {
        label.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    }

    /// Reads `[label]: address "title"` at the beginning of a text.
    ///
    /// - Returns: the label, what it stands for and how long the definition is; nil where there is
    ///   none.
    static func definition(
        atStartOf text: String
    ) -> (label: String, reference: LinkReference, length: Int)? {
        let pattern =
            /\[([^\[\]\n]{1,999})\]:[ \t]*\n?[ \t]*(?:<([^<>\n]*)>|([^\s<][^\s]*))(?:[ \t]*\n?[ \t]+(?:"([^"]*)"|'([^']*)'|\(([^()]*)\)))?[ \t]*(?:\n|$)/
        guard text.first == "[", let match = text.prefixMatch(of: pattern) else { return nil }
        let output = match.output
        let label = normalized(output.1)
        guard !label.isEmpty, output.1.first != "^" else { return nil }
        let address = InlineText.unescaped(output.2 ?? output.3 ?? "")
        let title = (output.4 ?? output.5 ?? output.6).map { InlineText.unescaped($0) }
        return (label, LinkReference(address: address, title: title), output.0.count)
    }
}
