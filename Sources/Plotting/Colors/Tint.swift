/// The role of a color; the color itself depends on the theme.
public enum Tint: Sendable, Hashable {
    /// The next color of the palette, the same for marks with the same label.
    case automatic
    /// A color of the palette by its index, starting at 0 and repeating.
    case series(Int)
    /// The color of text.
    case ink
    /// A gray for background elements.
    case muted
    /// The color of errors.
    case alert
}
