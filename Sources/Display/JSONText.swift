/// A text encoded as a JSON string.
package struct JSONText {
    /// The JSON string, with its quotes.
    package let text: String

    /// Encodes a text.
    package init(_ value: String) {
        var result = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\u{0}"..<" ":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        text = result + "\""
    }
}
