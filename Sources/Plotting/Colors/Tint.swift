/// What a color is for; the color itself depends on the theme.
public enum Tint: Sendable, Hashable {
    /// The next color of the palette, the same for marks with the same label.
    case automatic
    /// The palette's color with the given number, counted from 0, over and over.
    case series(Int)
    /// The color of text.
    case ink
    /// A quiet gray, for what stands in the background.
    case muted
    /// The color of what went wrong.
    case alert
}
