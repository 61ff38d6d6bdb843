internal import Display

/// The style in which progress is written.
public struct ProgressStyle: Sendable, Hashable {
    /// Indicates whether lines can be overwritten.
    public var isTerminal: Bool

    /// Indicates whether text is colored.
    public var hasColors: Bool

    /// Indicates whether only 7-bit ASCII is written, apart from the notebook's own text.
    public var isASCII: Bool

    /// The number of columns of a line.
    public var width: Int

    /// Creates a style.
    public init(
        isTerminal: Bool, hasColors: Bool? = nil, isASCII: Bool = false, width: Int = 80
    ) {
        self.isTerminal = isTerminal
        self.hasColors = hasColors ?? isTerminal
        self.isASCII = isASCII
        self.width = width
    }

    /// Returns a style whose characters match the locale of the process.
    public static func suitingLocale(
        isTerminal: Bool, hasColors: Bool, width: Int
    ) -> ProgressStyle {
        ProgressStyle(
            isTerminal: isTerminal, hasColors: isTerminal && hasColors,
            isASCII: TextStyle.preferred == .ascii, width: width)
    }

    /// The characters that clear the current line.
    public var lineStart: String { isTerminal ? "\r\u{1B}[K" : "" }

    /// Returns a colored text, if colors are enabled.
    func colored(_ text: String, _ color: Color) -> String {
        hasColors ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// The colors by their terminal codes.
    enum Color: Int {
        /// Failure.
        case red = 31
        /// Success.
        case green = 32
        /// Warning.
        case yellow = 33
        /// Less important text.
        case dim = 2
    }
}
