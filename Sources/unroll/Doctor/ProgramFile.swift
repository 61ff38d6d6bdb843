/// An executable file, parsed as far as needed to find its libraries.
///
/// - Source: System V ABI, "Dynamic Linking", for 64-bit little-endian files.
struct ProgramFile {
    /// The bytes of the file.
    private let bytes: [UInt8]

    /// Creates a view of a file's bytes.
    ///
    /// - Returns: `nil` if the file is not a program for this kind of processor.
    init?(bytes: [UInt8]) {
        guard bytes.count > 64, bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]) else {
            return nil
        }
        self.bytes = bytes
    }

    /// The folders in which the program's libraries are searched first.
    var libraryFolders: [String] {
        guard let table = segment(ofType: 2) else { return [] }
        var names: Int?
        var path: Int?
        var entry = table.offset
        while entry + 16 <= min(table.offset + table.size, bytes.count) {
            switch number(at: entry) {
            case 5: names = offset(ofAddress: number(at: entry + 8))
            case 15, 29: path = number(at: entry + 8)
            default: break
            }
            entry += 16
        }
        guard let names, let path else { return [] }
        return text(at: names + path).split(separator: ":").map(String.init)
    }

    /// A segment of the file.
    private struct Segment {
        /// Its type.
        let type: Int
        /// Its offset in the file.
        let offset: Int
        /// Its load address.
        let address: Int
        /// Its size in bytes.
        let size: Int
    }

    /// The segments of the file.
    private var segments: [Segment] {
        let table = number(at: 32)
        let size = number(at: 54, bytes: 2)
        return (0..<number(at: 56, bytes: 2)).map { index in
            let header = table + index * size
            return Segment(
                type: number(at: header, bytes: 4), offset: number(at: header + 8),
                address: number(at: header + 16), size: number(at: header + 32))
        }
    }

    /// Returns the first segment of a type.
    private func segment(ofType type: Int) -> Segment? {
        segments.first { $0.type == type }
    }

    /// Returns the offset in the file of a load address.
    private func offset(ofAddress address: Int) -> Int? {
        segments.first {
            $0.type == 1 && ($0.address..<$0.address + $0.size).contains(address)
        }.map { address - $0.address + $0.offset }
    }

    /// Reads a number; returns zero beyond the end.
    private func number(at offset: Int, bytes count: Int = 8) -> Int {
        guard offset >= 0, offset <= bytes.count - count else { return 0 }
        return (0..<count).reduce(0) { $0 | Int(bytes[offset + $1]) << ($1 * 8) }
    }

    /// Reads a zero-terminated text.
    private func text(at offset: Int) -> String {
        guard bytes.indices.contains(offset) else { return "" }
        return String(decoding: bytes[offset...].prefix { $0 != 0 }, as: UTF8.self)
    }
}
