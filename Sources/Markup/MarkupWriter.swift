/// Writes documents in such a way that every parser reads the same: all attributes in quotes, all
/// that could begin a tag or a reference escaped, and an end tag for every element that has one.
public enum MarkupWriter {
    /// Returns pieces of HTML as text.
    public static func html(_ nodes: [MarkupNode]) -> String {
        var text = ""
        for node in nodes { write(node, to: &text) }
        return text
    }

    /// Appends a piece.
    private static func write(_ node: MarkupNode, to text: inout String) {
        switch node {
        case .text(let characters): text += escaped(characters)
        case .element(let element):
            text += "<" + element.name
            for attribute in element.attributes {
                text += " \(attribute.name)=\"\(escaped(attribute.value))\""
            }
            text += ">"
            guard !HTMLNames.void.contains(element.name) else { return }
            for child in element.children { write(child, to: &text) }
            text += "</\(element.name)>"
        }
    }

    /// Returns text as it may stand in HTML, be it in an element or in the quotes of an attribute.
    ///
    /// Characters that no document may hold become the replacement character.
    public static func escaped(_ text: String) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): result += "&amp;".utf8
            case UInt8(ascii: "<"): result += "&lt;".utf8
            case UInt8(ascii: ">"): result += "&gt;".utf8
            case UInt8(ascii: "\""): result += "&quot;".utf8
            case UInt8(ascii: "'"): result += "&#39;".utf8
            case UInt8(ascii: "`"): result += "&#96;".utf8
            case 0x09, 0x0A, 0x0D: result.append(byte)
            case 0x00..<0x20, 0x7F: result += "\u{FFFD}".utf8
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
