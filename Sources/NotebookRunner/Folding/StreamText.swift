/// The text of a stream as a reader sees it in the end: what was overwritten is gone.
///
/// A carriage return lets the next text replace its line, and a backspace takes back one character
/// of it, as on a terminal. A carriage return before a line feed is part of the line end; one at the
/// end of the text stays, because it waits for more.
public struct StreamText: Sendable, Hashable {
    /// The text as UTF-8, folded.
    private var bytes: [UInt8] = []

    /// Where the line begins that is being written.
    private var lineStart = 0

    /// Whether the next character replaces the line.
    private var returnsBefore = false

    /// Makes a text of pieces that arrived one after the other.
    public init(_ pieces: String...) {
        for piece in pieces { append(piece) }
    }

    /// Adds a piece that has arrived.
    public mutating func append(_ piece: String) {
        var piece = piece
        piece.withUTF8 { append($0) }
    }

    /// How many bytes the text has.
    var count: Int { bytes.count }

    /// Leaves out what goes beyond a number of bytes, and the character that ends there.
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

    /// Adds bytes; those between control characters are taken as a whole.
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

    /// Adds text without control characters to the line, or in its place.
    private mutating func append(plain text: Slice<UnsafeBufferPointer<UInt8>>) {
        guard !text.isEmpty else { return }
        if returnsBefore {
            bytes.removeLast(bytes.count - lineStart)
            returnsBefore = false
        }
        bytes.append(contentsOf: text)
    }

    /// Sees to a backspace, line feed or carriage return.
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

    /// Takes back the last character of the line, where the line is not to be replaced anyway.
    private mutating func removeLastCharacter() {
        guard !returnsBefore else { return }
        while bytes.count > lineStart {
            let byte = bytes.removeLast()
            // Bytes that begin with the bits 10 continue a character.
            if byte & 0xC0 != 0x80 { return }
        }
    }
}
