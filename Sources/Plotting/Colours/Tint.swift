/// What a colour is for; the colour itself depends on the theme.
public enum Tint: Sendable, Hashable {
    /// The next colour of the palette, the same for marks with the same label.
    case automatic
    /// The palette's colour with the given number, counted from 0, over and over.
    case series(Int)
    /// The colour of text.
    case ink
    /// A quiet grey, for what stands in the background.
    case muted
    /// The colour of what went wrong.
    case alert
}
