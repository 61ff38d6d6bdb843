/// What a picture shows, said in sentences to those who do not see it.
///
/// It is never long: who listens cannot skim.
package struct SpokenText: Sendable {
    /// The sentences, one after the other.
    package let text: String

    /// How many characters a sentence has at most.
    private static let longestSentence = 240
    /// How many characters the whole has at most.
    private static let longestText = 900

    /// Joins sentences; each gets a point where it does not end in one.
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
