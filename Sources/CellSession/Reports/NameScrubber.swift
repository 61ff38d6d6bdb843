/// A filter that removes the names of modules, which are digests, from text for the user.
///
/// The runtime prints them in type names, file names and its own messages: `Cell_….P` becomes `P`,
/// and `Cell_….swift` and `Cell_…` become `cell 3`.
package struct NameScrubber {
    /// The prefix of every name.
    private static let prefix = Array(ModuleName.prefix.utf8)

    /// The length of a name.
    private static let length = prefix.count + ModuleName.digestLength

    /// Returns text without module names.
    package static func scrub(_ text: String, _ names: CellNames) -> String {
        guard text.contains(ModuleName.prefix) else { return text }
        var scrubber = NameScrubber()
        let bytes = scrubber.take(Array(text.utf8), names) + scrubber.takeRest(names)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The end of the last piece, which may be the beginning of a name or of a character.
    private var held: [UInt8] = []

    /// Creates a filter.
    package init() {}

    /// Indicates whether text is held back.
    package var isHolding: Bool { !held.isEmpty }

    /// Returns the text that can be shown, from the text held back and another piece.
    package mutating func take(_ piece: [UInt8], _ names: CellNames) -> [UInt8] {
        let text = held + piece
        let end = Self.endOfWhatIsCertain(in: text)
        held = Array(text[end...])
        return Self.replaceNames(in: text[..<end], names)
    }

    /// Returns the text held back.
    package mutating func takeRest(_ names: CellNames) -> [UInt8] {
        defer { held = [] }
        return Self.replaceNames(in: held[...], names)
    }

    // MARK: Borders

    /// Returns the start of a name or character that may continue in the next piece.
    private static func endOfWhatIsCertain(in text: [UInt8]) -> Int {
        // A name in a file name is followed by the same name again.
        let longest = 2 * length + 8
        let start = max(0, text.count - longest)
        for position in start..<text.count where text[position] == prefix[0] {
            if isBeginningOfName(text[position...]) { return position }
        }
        return endOfLastWholeCharacter(in: text)
    }

    /// Returns whether text up to its end may be the beginning of a name and its suffix.
    private static func isBeginningOfName(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.prefix(prefix.count).elementsEqual(prefix.prefix(text.count)) else {
            return false
        }
        let digits = text.dropFirst(prefix.count)
        guard digits.count >= ModuleName.digestLength else {
            return digits.allSatisfy(isHexadecimal)
        }
        guard digits.prefix(ModuleName.digestLength).allSatisfy(isHexadecimal) else { return false }
        let rest = digits.dropFirst(ModuleName.digestLength)
        if ".swift".utf8.starts(with: rest) { return true }
        guard rest.first == UInt8(ascii: "/") else { return false }
        return rest.count == 1 || isBeginningOfName(rest.dropFirst())
    }

    /// Returns the start of the last character if it is incomplete, else the end.
    private static func endOfLastWholeCharacter(in text: [UInt8]) -> Int {
        for length in 1..<4 where length <= text.count {
            let byte = text[text.count - length]
            if byte & 0b1100_0000 == 0b1000_0000 { continue }
            let needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
            return needed > length ? text.count - length : text.count
        }
        return text.count
    }

    // MARK: Names

    /// Returns text with all names replaced.
    private static func replaceNames(in text: ArraySlice<UInt8>, _ names: CellNames) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var rest = text
        while let start = startOfName(in: rest) {
            result += rest[..<start]
            let end = start + length
            let module = ModuleName(String(decoding: rest[start..<end], as: UTF8.self))
            rest = rest[end...]
            result += Array(replacement(of: module, before: &rest, names).utf8)
        }
        return result + rest
    }

    /// Returns the replacement of a name, and skips its suffix.
    private static func replacement(
        of module: ModuleName, before rest: inout ArraySlice<UInt8>, _ names: CellNames
    ) -> String {
        if rest.starts(with: "/\(module.file)".utf8) {
            rest = rest.dropFirst(module.file.utf8.count + 1)
        } else if rest.starts(with: ".swift".utf8) {
            rest = rest.dropFirst(6)
        } else if rest.first == UInt8(ascii: "."), let next = rest.dropFirst().first,
            isBeginningOfIdentifier(next)
        {
            rest = rest.dropFirst()
            return ""
        }
        return names.name(of: module)
    }

    /// Returns the start of the next name.
    private static func startOfName(in text: ArraySlice<UInt8>) -> Int? {
        var position = text.startIndex
        while position + length <= text.endIndex {
            guard let next = text[position...].firstIndex(of: prefix[0]),
                next + length <= text.endIndex
            else { return nil }
            let candidate = text[next..<(next + length)]
            if candidate.starts(with: prefix),
                candidate.dropFirst(prefix.count).allSatisfy(isHexadecimal)
            {
                return next
            }
            position = next + 1
        }
        return nil
    }

    /// Returns whether a byte is a digit of a digest.
    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
        default: false
        }
    }

    /// Returns whether a byte can begin an identifier, or is the parenthesis of a private one.
    private static func isBeginningOfIdentifier(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "_"), UInt8(ascii: "("), UInt8(ascii: "`"), 0x80...:
            true
        default: false
        }
    }
}
