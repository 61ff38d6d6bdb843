/// A colour in two themes, as hexadecimal digits.
package struct ThemedColour: Sendable, Hashable {
    /// On a light card, such as "#003C8F".
    package let light: String
    /// On a dark card.
    package let dark: String

    /// Pairs the colours of the two themes.
    package init(_ light: String, _ dark: String) {
        self.light = light
        self.dark = dark
    }
}
