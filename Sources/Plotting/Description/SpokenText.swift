/// The description of a picture in sentences, for users who cannot see it.
///
/// It is short, because listeners cannot skim it.
package struct SpokenText: Sendable {
    /// The sentences as one text.
    package let text: String

    /// The maximum number of characters in a sentence.
    private static let longestSentence = 240
    /// The maximum number of characters in the text.
    private static let longestText = 900

    /// Joins sentences and completes them with periods.
    package init(_ sentences: [String]) {
        var text = ""
        for sentence in sentences {
            var line = sentence.singleLine
            guard !line.isEmpty else { continue }
            if line.count > Self.longestSentence {
                line = line.prefix(Self.longestSentence - 1) + "…"
            } else if let last = line.last, !".!?:…".contains(last) {
                line += "."
            }
            guard text.count + line.count < Self.longestText else {
                text += text.isEmpty ? line : " …"
                break
            }
            text += (text.isEmpty ? "" : " ") + line
        }
        self.text = text
    }
}
