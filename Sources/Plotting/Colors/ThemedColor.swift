/// A color in two themes, as hexadecimal digits.
package struct ThemedColor: Sendable, Hashable {
    /// On a light card, such as "#003C8F".
    package let light: String
    /// On a dark card.
    package let dark: String

    /// Pairs the colors of the two themes.
    package init(_ light: String, _ dark: String) {
        self.light = light
        self.dark = dark
    }
}
