/// The text of a stream as it finally appears, without overwritten parts.
///
/// As on a terminal, the text after a carriage return replaces the line, and a backspace removes a
/// character of it. A carriage return before a line feed is part of the line end; one at the end of
/// the text is kept, because more text may follow.
public struct StreamText: Sendable, Hashable {
    /// The processed text as UTF-8.
    private var bytes: [UInt8] = []

    /// The start of the current line.
    private var lineStart = 0

    /// Indicates whether the next character replaces the line.
    private var returnsBefore = false

    /// Creates a text from consecutive pieces.
    public init(_ pieces: String...) {
        for piece in pieces { append(piece) }
    }

    /// Appends a piece.
    public mutating func append(_ piece: String) {
        var piece = piece
        piece.withUTF8 { append($0) }
    }

    /// The size of the text in bytes.
    var count: Int { bytes.count }

    /// Truncates the text to a number of bytes, at the boundary of a character.
    mutating func cut(to count: Int) {
        guard bytes.count > count else { return }
        var end = max(count, 0)
        // Bytes that begin with the bits 10 continue a character.
        while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        bytes.removeLast(bytes.count - end)
        lineStart = min(lineStart, end)
        returnsBefore = false
    }

    /// The text.
    public var text: String {
        String(decoding: bytes, as: UTF8.self) + (returnsBefore ? "\r" : "")
    }

    /// Appends bytes, handling the text between control characters at once.
    private mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
        var start = piece.startIndex
        for index in piece.indices {
            switch piece[index] {
            case 0x08, 0x0A, 0x0D:
                append(plain: piece[start..<index])
                append(control: piece[index])
                start = index + 1
            default: continue
            }
        }
        append(plain: piece[start...])
    }

    /// Appends text without control characters to the line, or replaces the line.
    private mutating func append(plain text: Slice<UnsafeBufferPointer<UInt8>>) {
        guard !text.isEmpty else { return }
        if returnsBefore {
            bytes.removeLast(bytes.count - lineStart)
            returnsBefore = false
        }
        bytes.append(contentsOf: text)
    }

    /// Handles a backspace, line feed or carriage return.
    private mutating func append(control byte: UInt8) {
        switch byte {
        case 0x0A:
            if returnsBefore { bytes.append(0x0D) }
            bytes.append(0x0A)
            returnsBefore = false
            lineStart = bytes.count
        case 0x0D: returnsBefore = true
        default: removeLastCharacter()
        }
    }

    /// Removes the last character of the line, unless the line will be replaced anyway.
    private mutating func removeLastCharacter() {
        guard !returnsBefore else { return }
        while bytes.count > lineStart {
            let byte = bytes.removeLast()
            // Bytes that begin with the bits 10 continue a character.
            if byte & 0xC0 != 0x80 { return }
        }
    }
}
