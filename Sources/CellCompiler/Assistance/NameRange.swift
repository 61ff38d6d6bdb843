/// The range of the name around a position in a source.
struct NameRange {
    /// The start of the name, in UTF-8 bytes.
    let start: Int

    /// The end of the name, in UTF-8 bytes.
    let end: Int

    /// The part of the name before the position.
    let typed: String

    /// Indicates whether there is no name at the position.
    var isEmpty: Bool { start == end }

    /// Finds the name around a position.
    init(around offset: Int, in source: String) {
        let bytes = Array(source.utf8)
        let place = min(max(offset, 0), bytes.count)
        var start = place
        while start > 0, Self.isPartOfName(bytes[start - 1]) { start -= 1 }
        var end = place
        while end < bytes.count, Self.isPartOfName(bytes[end]) { end += 1 }
        self.start = start
        // A number is not a name.
        self.end = start < end && Self.isDigit(bytes[start]) ? start : end
        typed = String(decoding: bytes[start..<place], as: UTF8.self)
    }

    /// Returns whether a byte is a digit.
    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// Returns whether a byte can be part of a name; all bytes beyond ASCII can.
    private static func isPartOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }
}
