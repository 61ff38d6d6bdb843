/// A color for each of two themes, in hexadecimal.
package struct ThemedColor: Sendable, Hashable {
    /// The color on a light card, such as "#003C8F".
    package let light: String
    /// The color on a dark card.
    package let dark: String

    /// Creates a color from those of the two themes.
    package init(_ light: String, _ dark: String) {
        self.light = light
        self.dark = dark
    }
}
