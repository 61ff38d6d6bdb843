/// The alignment of text in the available room.
public enum Alignment: Sendable, Hashable {
    /// Left-aligned.
    case leading
    /// Centered.
    case center
    /// Right-aligned, as numbers are.
    case trailing
}
