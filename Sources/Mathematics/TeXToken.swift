/// A piece of a formula in TeX.
enum TeXToken: Sendable, Hashable {
    /// A command, without its backslash.
    case command(String)
    /// A character that stands for itself.
    case character(Character)
    /// The beginning of a group.
    case open
    /// The end of a group.
    case close
    /// `^`.
    case superscript
    /// `_`.
    case `subscript`
    /// `&`.
    case column
    /// `#` and a digit: an argument of a macro.
    case argument(Int)
    /// White space, which matters only in texts.
    case space
}
