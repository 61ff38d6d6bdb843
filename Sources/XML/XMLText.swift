/// The escaping of text in XML and HTML.
public enum XMLText {
    /// Returns text escaped for an element or a quoted attribute, without characters that XML
    /// forbids.
    public static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: if isAllowed(scalar) { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }

    /// Returns text with named and numbered references replaced by their characters.
    ///
    /// Unknown and unclosed references are kept.
    public static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var result = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let start = rest.firstIndex(of: "&") {
            result += rest[..<start]
            rest = rest[start...]
            // The longest reference, `&#x10FFFF;`, has ten scalars.
            if let end = rest.prefix(10).firstIndex(of: ";"),
                let scalar = scalar(of: String(rest[..<end].dropFirst()))
            {
                result.append(scalar)
                rest = rest[rest.index(after: end)...]
            } else {
                result.append(rest.removeFirst())
            }
        }
        result += rest
        return String(result)
    }

    /// Returns the scalar of a reference, given without `&` and `;`.
    private static func scalar(of reference: String) -> Unicode.Scalar? {
        switch reference {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard reference.hasPrefix("#") else { return nil }
            let digits = reference.dropFirst()
            let value =
                digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return value.flatMap(Unicode.Scalar.init)
        }
    }

    /// Returns whether XML 1.0 allows a character; excludes also the two noncharacters at the end
    /// of each plane and the delete character.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        let isControl = scalar.value < 32 && scalar != "\t" && scalar != "\n" && scalar != "\r"
        return !isControl && scalar.value & 0xFFFE != 0xFFFE && scalar.value != 0x7F
    }
}
