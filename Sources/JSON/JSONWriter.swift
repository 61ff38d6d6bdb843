/// A writer that formats values as JSON text.
struct JSONWriter {
    /// The layout of the text.
    let style: JSONStyle

    /// The text so far, as UTF-8.
    private(set) var bytes: [UInt8] = []

    /// Creates a writer with empty output.
    init(style: JSONStyle) {
        self.style = style
    }

    /// Appends a value whose first line is indented by the given number of levels.
    mutating func write(_ value: JSONValue, level: Int = 0) {
        switch value {
        case .null: write("null")
        case .bool(let value): write(value ? "true" : "false")
        case .number(let value): write(style == .wire && !value.isFinite ? "null" : value.spelling)
        case .string(let value): writeString(value)
        case .array(let values): write(values, level: level)
        case .object(let object): write(object, level: level)
        }
    }

    /// Appends an array.
    private mutating func write(_ values: [JSONValue], level: Int) {
        guard !values.isEmpty else { return write("[]") }
        bytes.append(UInt8(ascii: "["))
        for (index, value) in values.enumerated() {
            separate(isFirst: index == 0, level: level + 1)
            write(value, level: level + 1)
        }
        breakLine(level: level)
        bytes.append(UInt8(ascii: "]"))
    }

    /// Appends an object.
    private mutating func write(_ object: JSONObject, level: Int) {
        guard !object.isEmpty else { return write("{}") }
        bytes.append(UInt8(ascii: "{"))
        for (index, (key, value)) in entries(of: object).enumerated() {
            separate(isFirst: index == 0, level: level + 1)
            writeString(key)
            write(style == .notebook ? ": " : ":")
            write(value, level: level + 1)
        }
        breakLine(level: level)
        bytes.append(UInt8(ascii: "}"))
    }

    /// Returns an object's entries in the order that the style requires.
    private func entries(of object: JSONObject) -> [(String, JSONValue)] {
        guard style == .notebook else { return Array(object) }
        // Sorted by code point, as in Python; Swift orders strings by canonical equivalence.
        return object.sorted { $0.0.unicodeScalars.lexicographicallyPrecedes($1.0.unicodeScalars) }
    }

    /// Appends the separator before an element.
    private mutating func separate(isFirst: Bool, level: Int) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        breakLine(level: level)
    }

    /// Begins a new line if the style has lines.
    private mutating func breakLine(level: Int) {
        guard style == .notebook else { return }
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(0x20, count: level))
    }

    /// Appends a string in quotes.
    ///
    /// Escapes only what JSON requires: neither slashes nor characters beyond ASCII.
    private mutating func writeString(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            var start = utf8.startIndex
            for index in utf8.indices {
                let byte = utf8[index]
                guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
                    continue
                }
                bytes.append(contentsOf: utf8[start..<index])
                writeEscape(of: byte)
                start = index + 1
            }
            bytes.append(contentsOf: utf8[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Appends the escape sequence of a byte that must not occur unescaped in a string.
    private mutating func writeEscape(of byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): write("\\\"")
        case UInt8(ascii: "\\"): write("\\\\")
        case 0x08: write("\\b")
        case 0x0C: write("\\f")
        case 0x0A: write("\\n")
        case 0x0D: write("\\r")
        case 0x09: write("\\t")
        default: write("\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16))
        }
    }

    /// Appends text unchanged.
    private mutating func write(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }
}

extension JSONValue {
    /// Returns the value as JSON text in UTF-8, without a trailing newline.
    ///
    /// - Parameter level: the number of arrays and objects around the value, by which the lines
    ///   after the first are indented if the style has lines.
    public func bytes(style: JSONStyle = .compact, level: Int = 0) -> [UInt8] {
        var writer = JSONWriter(style: style)
        writer.write(self, level: level)
        return writer.bytes
    }

    /// Returns the value as JSON text, without a trailing newline.
    public func text(style: JSONStyle = .compact) -> String {
        String(decoding: bytes(style: style), as: UTF8.self)
    }
}

/// A layout of JSON text.
public enum JSONStyle: Sendable {
    /// One line without spaces, in the order of the keys.
    case compact
    /// Like `compact`, but with `null` for non-finite numbers, since not every reader accepts
    /// `NaN`.
    case wire
    /// The layout of Jupyter notebooks: one space per level, keys sorted by code point.
    case notebook
}
