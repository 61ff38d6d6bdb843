/// How JSON text is laid out.
public enum JSONStyle: Sendable {
    /// On one line, without spaces, in the order of the keys: what goes over a wire.
    case compact
    /// As Jupyter writes notebooks: one space a level, keys sorted by code point.
    case notebook
}
