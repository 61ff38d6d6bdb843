extension Character {
    /// The width of the character in terminal columns: 0, 1 or 2.
    package var columns: Int {
        guard let first = unicodeScalars.first else { return 0 }
        if first.isASCII && unicodeScalars.count == 1 { return first.value < 32 ? 0 : 1 }
        switch first.properties.generalCategory {
        case .control, .format, .nonspacingMark, .enclosingMark, .lineSeparator,
            .paragraphSeparator:
            return 0
        default: break
        }
        let isEmoji = unicodeScalars.contains { $0.value == 0xFE0F }
        return isEmoji || first.properties.isEmojiPresentation || first.isWide ? 2 : 1
    }
}

extension Unicode.Scalar {
    /// Indicates whether the scalar is a wide East Asian one.
    fileprivate var isWide: Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF,
            0x20000...0x3FFFD:
            true
        default: false
        }
    }
}

extension String {
    /// The width of the text in terminal columns.
    package var columns: Int { reduce(0) { $0 + $1.columns } }

    /// Returns the text cut to a width, with an ellipsis if something is omitted.
    package func elided(to width: Int, style: TextStyle = .unicode) -> String {
        guard columns > width else { return self }
        let ellipsis = style == .ascii ? "..." : "…"
        guard width > ellipsis.columns else { return String(ellipsis.prefix(max(0, width))) }
        var result = ""
        var used = ellipsis.columns
        for character in self {
            guard used + character.columns <= width else { break }
            used += character.columns
            result.append(character)
        }
        return result + ellipsis
    }

    /// Returns the end of the text that fits into a width, after an ellipsis if something is omitted.
    package func elidedAtStart(to width: Int, style: TextStyle = .unicode) -> String {
        guard columns > width else { return self }
        return String(String(reversed()).elided(to: width, style: style).reversed())
    }
}
