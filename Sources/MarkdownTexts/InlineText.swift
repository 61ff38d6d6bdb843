internal import Markup

/// Characters of Markdown that mean something else than they are.
enum InlineText {
    /// The characters that stand for themselves behind a backslash.
    static let escapable = Set("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")

    /// Returns a text with what its backslashes and references stand for.
    static func unescaped(_ text: Substring) -> String {
        var result = ""
        var rest = text
        while let character = rest.popFirst() {
            if character == "\\", let next = rest.first, escapable.contains(next) {
                result.append(next)
                rest.removeFirst()
            } else {
                result.append(character)
            }
        }
        return CharacterReference.decoded(result)
    }
}
