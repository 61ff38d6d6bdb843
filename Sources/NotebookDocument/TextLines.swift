/// The lines into which Jupyter splits texts when it writes a notebook.
enum TextLines {
    /// Splits a text after each line end, which stays with its line.
    ///
    /// The line ends are those of Python's `str.splitlines`: line feed, carriage return, both
    /// together, vertical tab, form feed, the separators U+001C to U+001E, U+0085, U+2028 and
    /// U+2029.
    static func split(_ text: String) -> [String] {
        var text = text
        return text.withUTF8 { bytes in
            var lines: [String] = []
            var start = 0
            var position = 0
            while position < bytes.count {
                let length = lineEndLength(in: bytes, at: position)
                position += max(length, 1)
                guard length > 0 else { continue }
                lines.append(String(decoding: bytes[start..<position], as: UTF8.self))
                start = position
            }
            if start < bytes.count {
                lines.append(String(decoding: bytes[start...], as: UTF8.self))
            }
            return lines
        }
    }

    /// Returns the length of the line end at an index in bytes, or zero if there is none.
    private static func lineEndLength(in bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int
    {
        switch bytes[position] {
        case 0x0D: bytes.holds([0x0A], at: position + 1) ? 2 : 1
        case 0x0A...0x0C, 0x1C...0x1E: 1
        case 0xC2: bytes.holds([0x85], at: position + 1) ? 2 : 0
        case 0xE2 where bytes.holds([0x80, 0xA8], at: position + 1): 3
        case 0xE2 where bytes.holds([0x80, 0xA9], at: position + 1): 3
        default: 0
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Returns whether the bytes at an index are the given ones.
    fileprivate func holds(_ expected: [UInt8], at position: Int) -> Bool {
        guard position + expected.count <= count else { return false }
        return expected.indices.allSatisfy { self[position + $0] == expected[$0] }
    }
}
