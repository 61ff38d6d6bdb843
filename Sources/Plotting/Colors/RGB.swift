internal import Glibc

/// A color by the light of its red, green and blue parts, each from 0 to 1.
package struct RGB: Sendable, Hashable {
    /// The light of the red part.
    package let red: Double
    /// The light of the green part.
    package let green: Double
    /// The light of the blue part.
    package let blue: Double

    /// Takes the light of each part.
    package init(red: Double, green: Double, blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Reads a color such as "#003C8F"; what is not a digit counts as 0.
    package init(_ hexadecimal: String) {
        let digits = hexadecimal.dropFirst().map { $0.hexDigitValue ?? 0 } + [0, 0, 0, 0, 0, 0]
        let light = { (first: Int) -> Double in
            let part = Double(digits[first] * 16 + digits[first + 1]) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        self.init(red: light(0), green: light(2), blue: light(4))
    }

    /// The brightness as the eye weighs it, 0 to 1.
    package var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

    /// Returns the contrast with another color, from 1 to 21.
    /// - Source: WCAG 2.2, definition of contrast ratio.
    package func contrast(with other: RGB) -> Double {
        let (one, two) = (luminance + 0.05, other.luminance + 0.05)
        return max(one, two) / min(one, two)
    }
}
