internal import Markup

/// Text with the escape sequences of a terminal, as HTML with the colors that they set.
///
/// - Source: ECMA-48, "Select graphic rendition", and xterm's for 256 and more colors.
struct TerminalText {
    /// A style of text.
    private struct Style: Hashable {
        /// The color of the letters: one of sixteen by its class, or another by its value.
        var color: String?
        /// The color behind them.
        var background: String?
        /// Indicates whether the letters are bold.
        var isBold = false
        /// Indicates whether they are pale.
        var isDim = false
        /// Indicates whether they are slanted.
        var isItalic = false
        /// Indicates whether they are underlined.
        var isUnderlined = false
        /// Indicates whether both colors change places.
        var isInverted = false

        /// The beginning of the element that shows the style; nil where there is none.
        var start: String? {
            var (ink, paper) = (color, background)
            if isInverted { (ink, paper) = (paper ?? "var(--paper)", ink ?? "var(--ink)") }
            let declarations = [
                ink.map { "color:\($0)" }, paper.map { "background:\($0)" },
                isBold ? "font-weight:bold" : nil, isDim ? "opacity:.7" : nil,
                isItalic ? "font-style:italic" : nil,
                isUnderlined ? "text-decoration:underline" : nil,
            ].compactMap { $0 }
            return declarations.isEmpty
                ? nil : "<span style=\"\(declarations.joined(separator: ";"))\">"
        }
    }

    /// Returns a text as HTML.
    static func html(_ text: String) -> String {
        guard text.utf8.contains(0x1B) else { return MarkupWriter.escaped(text) }
        var style = Style()
        var html = ""
        for (index, part) in text.split(separator: "\u{1B}", omittingEmptySubsequences: false)
            .enumerated()
        {
            var words = part
            if index > 0 { words = takeSequence(part, &style) }
            guard !words.isEmpty else { continue }
            let escaped = MarkupWriter.escaped(String(words))
            html += style.start.map { "\($0)\(escaped)</span>" } ?? escaped
        }
        return html
    }

    /// Takes an escape sequence from the beginning of a text; returns the rest.
    private static func takeSequence(_ text: Substring, _ style: inout Style) -> Substring {
        guard text.first == "[" else {
            // A title or a link: up to the bell, or up to the next escape.
            guard text.first == "]" else { return text.dropFirst() }
            return text.firstIndex(of: "\u{7}").map { text[$0...].dropFirst() } ?? ""
        }
        let body = text.dropFirst()
        let parameters = body.prefix { ("0"..."?").contains($0) || (" "..."/").contains($0) }
        let end = body[parameters.endIndex...]
        if end.first == "m" {
            let numbers = parameters.split(omittingEmptySubsequences: false) {
                $0 == ";" || $0 == ":"
            }
            apply(numbers.map { Int($0) ?? 0 }, to: &style)
        }
        return end.dropFirst()
    }

    /// Changes the style as some numbers say.
    private static func apply(_ numbers: [Int], to style: inout Style) {
        var rest = numbers[...]
        while let number = rest.popFirst() {
            switch number {
            case 0: style = Style()
            case 1: style.isBold = true
            case 2: style.isDim = true
            case 3: style.isItalic = true
            case 4: style.isUnderlined = true
            case 7: style.isInverted = true
            case 22: (style.isBold, style.isDim) = (false, false)
            case 23: style.isItalic = false
            case 24: style.isUnderlined = false
            case 27: style.isInverted = false
            case 30...37: style.color = color(number - 30)
            case 38: style.color = takeColor(&rest)
            case 39: style.color = nil
            case 40...47: style.background = color(number - 40)
            case 48: style.background = takeColor(&rest)
            case 49: style.background = nil
            case 90...97: style.color = color(number - 82)
            case 100...107: style.background = color(number - 92)
            default: break
            }
        }
    }

    /// Returns one of the sixteen colors, which the page defines for light and dark.
    private static func color(_ number: Int) -> String { "var(--ansi-\(number))" }

    /// Takes one of 256 colors, or one by its parts.
    private static func takeColor(_ rest: inout ArraySlice<Int>) -> String? {
        switch rest.popFirst() {
        case 5:
            guard let number = rest.popFirst(), (0...255).contains(number) else { return nil }
            if number < 16 { return color(number) }
            if number > 231 {
                let gray = 8 + (number - 232) * 10
                return "rgb(\(gray),\(gray),\(gray))"
            }
            let parts = [(number - 16) / 36, (number - 16) / 6 % 6, (number - 16) % 6]
                .map { $0 == 0 ? 0 : 55 + 40 * $0 }
            return "rgb(\(parts[0]),\(parts[1]),\(parts[2]))"
        case 2:
            let parts = rest.prefix(3)
            rest = rest.dropFirst(3)
            guard parts.count == 3, parts.allSatisfy((0...255).contains) else { return nil }
            return "rgb(\(parts.map(String.init).joined(separator: ",")))"
        default: return nil
        }
    }
}
