/// Where text stands in the room that it has.
public enum Alignment: Sendable, Hashable {
    /// At the left.
    case leading
    /// In the middle.
    case center
    /// At the right, as numbers do.
    case trailing
}
