internal import Glibc

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

/// The characters with which text charts and tables are drawn.
public enum TextStyle: Sendable, Hashable, CaseIterable {
    /// Box drawing, block and Greek characters.
    case unicode
    /// Only 7-bit ASCII.
    case ascii

    /// The style that matches the locale of the process.
    public static var preferred: TextStyle {
        suiting { name in getenv(name).map { String(cString: $0) } }
    }

    /// Returns the style that matches an environment.
    ///
    /// Returns `ascii` only if the locale names a character set other than UTF-8: without any
    /// setting, the output does not depend on how the process was started.
    public static func suiting(environment: (String) -> String?) -> TextStyle {
        for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
            guard let locale = environment(name), !locale.isEmpty else { continue }
            let canonical = locale.lowercased().filter { $0 != "-" }
            return canonical.hasSuffix("utf8") ? .unicode : .ascii
        }
        return .unicode
    }
}
