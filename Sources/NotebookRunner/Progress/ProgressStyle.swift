internal import Display

/// How progress is written for those who watch.
public struct ProgressStyle: Sendable, Hashable {
    /// Whether lines may be written over.
    public var isTerminal: Bool

    /// Whether text may be coloured.
    public var hasColors: Bool

    /// Whether only 7-bit ASCII is written, but for the notebook's own text.
    public var isASCII: Bool

    /// How many columns a line has.
    public var width: Int

    /// Describes where progress is written.
    public init(
        isTerminal: Bool, hasColors: Bool? = nil, isASCII: Bool = false, width: Int = 80
    ) {
        self.isTerminal = isTerminal
        self.hasColors = hasColors ?? isTerminal
        self.isASCII = isASCII
        self.width = width
    }

    /// Returns a style whose signs suit the locale of the process.
    public static func suitingLocale(
        isTerminal: Bool, hasColors: Bool, width: Int
    ) -> ProgressStyle {
        ProgressStyle(
            isTerminal: isTerminal, hasColors: isTerminal && hasColors,
            isASCII: TextStyle.preferred == .ascii, width: width)
    }

    /// The same style for lines that stay, because others are written between them.
    public var withoutOverwriting: ProgressStyle {
        var style = self
        style.isTerminal = false
        return style
    }

    /// What begins a line and forgets what stands on it.
    public var lineStart: String { isTerminal ? "\r\u{1B}[K" : "" }

    /// Colours a text, where there are colours.
    func colored(_ text: String, _ color: Color) -> String {
        hasColors ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// The colours in use, by their numbers on a terminal.
    enum Color: Int {
        /// For what went wrong.
        case red = 31
        /// For what went well.
        case green = 32
        /// For what should be looked at.
        case yellow = 33
        /// For what matters less.
        case dim = 2
    }
}
