/// Text without terminal escape sequences.
enum PlainText {
    /// Returns a text without its escape sequences.
    ///
    /// - Source: ECMA-48: after ESC, a bracket begins parameters that end in a byte from `@` to
    ///   `~`.
    static func of(_ text: String) -> String {
        guard text.utf8.contains(0x1B) else { return text }
        var result: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == 0x1B else {
                result.append(byte)
                continue
            }
            guard rest.popFirst() == UInt8(ascii: "[") else { continue }
            rest = rest.drop { !(0x40...0x7E).contains($0) }.dropFirst()
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Returns lines as one text without their escape sequences.
    static func of(_ lines: [String]) -> String {
        of(lines.joined(separator: "\n"))
    }
}
