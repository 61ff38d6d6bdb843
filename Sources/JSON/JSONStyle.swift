/// A layout of JSON text.
public enum JSONStyle: Sendable {
    /// One line without spaces, in the order of the keys.
    case compact
    /// Like `compact`, but with `null` for non-finite numbers, since not every reader accepts
    /// `NaN`.
    case wire
    /// The layout of Jupyter notebooks: one space per level, keys sorted by code point.
    case notebook
}
