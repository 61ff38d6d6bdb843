/// The name that stands around a place in a source.
struct NameRange {
    /// Where the name begins, in UTF-8 bytes.
    let start: Int

    /// Where it ends.
    let end: Int

    /// The part of it before the place.
    let typed: String

    /// Whether there is no name at the place.
    var isEmpty: Bool { start == end }

    /// Finds the name around a place.
    init(around offset: Int, in source: String) {
        let bytes = Array(source.utf8)
        let place = min(max(offset, 0), bytes.count)
        var start = place
        while start > 0, Self.isPartOfName(bytes[start - 1]) { start -= 1 }
        var end = place
        while end < bytes.count, Self.isPartOfName(bytes[end]) { end += 1 }
        self.start = start
        // A number is no name.
        self.end = start < end && Self.isDigit(bytes[start]) ? start : end
        typed = String(decoding: bytes[start..<place], as: UTF8.self)
    }

    /// Whether a byte is a digit.
    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// Whether a byte can be a part of a name: all of those beyond ASCII can.
    private static func isPartOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }
}
