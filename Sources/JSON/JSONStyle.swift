/// How JSON text is laid out.
public enum JSONStyle: Sendable {
    /// On one line, without spaces, in the order of the keys.
    case compact
    /// The same, with `null` for numbers that are none in JSON: not every reader knows `NaN`.
    case wire
    /// As Jupyter writes notebooks: one space a level, keys sorted by code point.
    case notebook
}
