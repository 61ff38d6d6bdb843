/// A word, a sign, a literal or a line end of a source.
struct SourceToken {
    /// What it is.
    enum Kind {
        /// A name or a keyword; one in backticks without these.
        case word
        /// A number or a text.
        case literal
        /// Any other character.
        case sign
        /// The end of a line.
        case lineEnd
    }

    /// What it is.
    let kind: Kind

    /// Its text in the source.
    let text: Substring

    /// Whether it is a certain sign or word.
    func isSpelled(_ spelling: String) -> Bool { text == spelling }
}
