/// Text without terminal escape sequences.
package enum PlainText {
    /// Returns a text without its escape sequences.
    ///
    /// - Source: ECMA-48: after ESC, an opening bracket begins parameters that end in a byte from `@` to
    ///   `~`, and a closing one a command that ends in BEL or in ESC and a backslash.
    package static func of(_ text: String) -> String {
        guard text.utf8.contains(0x1B) else { return text }
        var result: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == 0x1B else {
                result.append(byte)
                continue
            }
            switch rest.popFirst() {
            case UInt8(ascii: "["):
                rest = rest.drop { !(0x40...0x7E).contains($0) }.dropFirst()
            case UInt8(ascii: "]"):
                rest = rest.drop { $0 != 0x07 && $0 != 0x1B }
                // The next round skips the other ending.
                if rest.first == 0x07 { rest.removeFirst() }
            default: continue
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Returns lines as one text without their escape sequences.
    package static func of(_ lines: [String]) -> String {
        of(lines.joined(separator: "\n"))
    }
}
