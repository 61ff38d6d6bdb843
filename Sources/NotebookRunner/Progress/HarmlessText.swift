/// Text of notebooks and kernels as it may be written to a terminal or a log.
enum HarmlessText {
    /// Returns a text in which control characters are visible, in caret notation, except for tabs
    /// and the ends of lines.
    ///
    /// - Parameter keepsColors: whether sequences that only choose colors and weights are kept.
    static func of(_ text: String, keepsColors: Bool = false) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var result = ""
        var rest = text.unicodeScalars[...]
        while let scalar = rest.first {
            if keepsColors, let end = endOfColor(rest) {
                result.unicodeScalars.append(contentsOf: rest[..<end])
                rest = rest[end...]
                continue
            }
            rest.removeFirst()
            if !isControl(scalar) {
                result.unicodeScalars.append(scalar)
            } else if scalar.value < 0x80, let visible = Unicode.Scalar(scalar.value ^ 0x40) {
                result += "^\(visible)"
            } else {
                result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            }
        }
        return result
    }

    /// Returns whether a character may do something to a terminal.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
    }

    /// Returns the end of a sequence at the beginning of a text that chooses colors and weights, or
    /// `nil` if there is none.
    ///
    /// - Source: ECMA-48, "Select Graphic Rendition".
    private static func endOfColor(
        _ text: Substring.UnicodeScalarView
    ) -> String.UnicodeScalarView.Index? {
        let rest = text.dropFirst(2).drop { ("0"..."9").contains($0) || $0 == ";" }
        guard text.starts(with: "\u{1B}[".unicodeScalars), rest.first == "m" else { return nil }
        return rest.index(after: rest.startIndex)
    }
}
