internal import Glibc

/// A color as the linear light of its red, green and blue components, each from 0 to 1.
package struct RGB: Sendable, Hashable {
    /// The red component.
    package let red: Double
    /// The green component.
    package let green: Double
    /// The blue component.
    package let blue: Double

    /// Creates a color from its components.
    package init(red: Double, green: Double, blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Parses a color such as "#003C8F"; invalid digits count as 0.
    package init(_ hexadecimal: String) {
        let digits = hexadecimal.dropFirst().map { $0.hexDigitValue ?? 0 } + [0, 0, 0, 0, 0, 0]
        let light = { (first: Int) -> Double in
            let part = Double(digits[first] * 16 + digits[first + 1]) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        self.init(red: light(0), green: light(2), blue: light(4))
    }

    /// The relative luminance, from 0 to 1.
    package var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

    /// Returns the contrast ratio with another color, from 1 to 21.
    /// - Source: WCAG 2.2, definition of contrast ratio.
    package func contrast(with other: RGB) -> Double {
        let (one, two) = (luminance + 0.05, other.luminance + 0.05)
        return max(one, two) / min(one, two)
    }
}
