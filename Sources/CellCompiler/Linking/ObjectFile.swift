/// An ELF object file, parsed only as far as needed to find a section by name.
///
/// - Source: System V ABI, "Object Files": header, section headers, string table.
struct ObjectFile {
    /// The file.
    private let bytes: [UInt8]

    /// Creates a view of a file's bytes.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Returns the content of a section, or `nil` if there is no section of that name.
    ///
    /// - Throws: `CompilerError.malformedObject` if a header points outside the file.
    func section(named name: String, path: String) throws(CompilerError) -> ArraySlice<UInt8>? {
        guard bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]) else {
            throw .malformedObject(path: path, problem: "it is no ELF file of 64 bits")
        }
        guard let table = integer(at: 0x28, size: 8), let size = integer(at: 0x3A, size: 2),
            let count = integer(at: 0x3C, size: 2), let namesIndex = integer(at: 0x3E, size: 2),
            let names = content(ofHeaderAt: table + namesIndex * size)
        else { throw .malformedObject(path: path, problem: "its header is cut off") }
        for index in 0..<count {
            let header = table + index * size
            guard let nameOffset = integer(at: header, size: 4), nameOffset <= names.count else {
                throw .malformedObject(path: path, problem: "a section's header is cut off")
            }
            let rest = names.dropFirst(nameOffset)
            guard rest.prefix(while: { $0 != 0 }).elementsEqual(name.utf8) else { continue }
            guard let content = content(ofHeaderAt: header) else {
                throw .malformedObject(path: path, problem: "the section \(name) is cut off")
            }
            return content
        }
        return nil
    }

    /// Returns the content that a section header describes, or `nil` if it lies outside the file.
    private func content(ofHeaderAt header: Int) -> ArraySlice<UInt8>? {
        guard let offset = integer(at: header + 0x18, size: 8),
            let size = integer(at: header + 0x20, size: 8), offset + size <= bytes.count
        else { return nil }
        return bytes[offset..<(offset + size)]
    }

    /// Returns a little-endian integer of the given size, or `nil` if it lies outside the file.
    private func integer(at offset: Int, size: Int) -> Int? {
        guard offset >= 0, offset <= bytes.count - size else { return nil }
        let value = (0..<size).reduce(UInt64(0)) { $0 | UInt64(bytes[offset + $1]) << (8 * $1) }
        return value <= UInt64(bytes.count) || size < 8 ? Int(value) : nil
    }
}
