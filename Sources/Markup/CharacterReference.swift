/// References such as `&lt;` and `&#60;`, which stand for characters.
public enum CharacterReference {
    /// Returns a text with the characters for which its references stand; unknown ones stay.
    public static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var result = ""
        var rest = text[...]
        while let sign = rest.utf8.firstIndex(of: UInt8(ascii: "&")) {
            result += rest[..<sign]
            rest = rest[sign...]
            guard let (characters, length) = character(atStartOf: rest) else {
                result += "&"
                rest = rest.dropFirst(scalars: 1)
                continue
            }
            result += characters
            rest = rest.dropFirst(scalars: length)
        }
        return result + rest
    }

    /// Returns what the reference at the beginning of a text stands for, and how long it is; nil where
    /// there is none.
    public static func character(atStartOf text: Substring) -> (characters: String, length: Int)? {
        let scalars = text.unicodeScalars.prefix(40)
        guard scalars.first == "&" else { return nil }
        let body = scalars.dropFirst()
        if body.first == "#" { return number(body.dropFirst()) }
        let name = body.prefix {
            $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0)
        }
        let isClosed = scalars[name.endIndex...].first == ";"
        guard !name.isEmpty, let characters = NamedCharacters.all[String(name)],
            isClosed || NamedCharacters.open.contains(String(name))
        else { return nil }
        return (characters, name.count + (isClosed ? 2 : 1))
    }

    /// Reads a number, decimal or after `x` hexadecimal.
    private static func number(
        _ body: Substring.UnicodeScalarView
    ) -> (characters: String, length: Int)? {
        let isHexadecimal = body.first == "x" || body.first == "X"
        let rest = isHexadecimal ? body.dropFirst() : body
        let digits = rest.prefix {
            $0.isASCII && (isHexadecimal ? $0.properties.isASCIIHexDigit : ("0"..."9").contains($0))
        }
        guard !digits.isEmpty else { return nil }
        let value = UInt32(String(digits), radix: isHexadecimal ? 16 : 10) ?? 0
        let isClosed = rest[digits.endIndex...].first == ";"
        let length = 2 + (isHexadecimal ? 1 : 0) + digits.count + (isClosed ? 1 : 0)
        let scalar = value == 0 ? nil : Unicode.Scalar(value)
        return (String(scalar ?? "\u{FFFD}"), length)
    }
}

extension Substring {
    /// Returns the text without its first Unicode scalars.
    fileprivate func dropFirst(scalars count: Int) -> Substring {
        Substring(unicodeScalars.dropFirst(count))
    }
}
