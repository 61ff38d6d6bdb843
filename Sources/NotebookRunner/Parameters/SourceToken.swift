/// A token of a source: a word, a sign, a literal or a line end.
struct SourceToken {
    /// The kind of a token.
    enum Kind {
        /// A name or a keyword, without backticks.
        case word
        /// A number or a string.
        case literal
        /// Any other character.
        case sign
        /// The end of a line.
        case lineEnd
    }

    /// The kind.
    let kind: Kind

    /// Its text in the source.
    let text: Substring

    /// Returns whether the token is a given sign or word.
    func isSpelled(_ spelling: String) -> Bool { text == spelling }
}
