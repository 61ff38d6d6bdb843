extension Notebook {
    /// Gives a new ID to every cell without an ID or with the ID of an earlier cell.
    ///
    /// The IDs depend only on the cells' positions and sources, so that reading a document twice
    /// yields the same ones.
    mutating func mendIdentifiers() -> [NotebookWarning] {
        guard hasIdentifiers else { return [] }
        var warnings: [NotebookWarning] = []
        var taken = Set(cells.compactMap(\.id))
        var seen: Set<String> = []
        for index in cells.indices {
            if let id = cells[index].id, seen.insert(id).inserted { continue }
            let given = Self.identifier(forCell: index, source: cells[index].source, taken: taken)
            warnings.append(
                cells[index].id.map { .duplicateIdentifier(cell: index, id: $0, given: given) }
                    ?? .missingIdentifier(cell: index, given: given))
            cells[index].id = given
            taken.insert(given)
            seen.insert(given)
        }
        return warnings
    }

    /// Returns whether the format allows an ID.
    public static func isValid(identifier: String) -> Bool {
        (1...64).contains(identifier.utf8.count)
            && identifier.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }

    /// Gives a new ID to every cell whose ID the format does not allow.
    public mutating func replaceInvalidIdentifiers() {
        for index in cells.indices {
            guard let id = cells[index].id, !Self.isValid(identifier: id) else { continue }
            cells[index].id = newIdentifier(forCell: index, source: cells[index].source)
        }
    }

    /// Returns an unused ID for a new cell at an index.
    public func newIdentifier(forCell index: Int, source: String) -> String {
        Self.identifier(forCell: index, source: source, taken: Set(cells.compactMap(\.id)))
    }

    /// Returns an unused ID of eight hexadecimal digits, as Jupyter generates.
    private static func identifier(
        forCell index: Int, source: String, taken: Set<String>
    ) -> String {
        var attempt = 0
        while true {
            let digits = String(fingerprint(of: "\(index).\(attempt):\(source)"), radix: 16)
            let id = String((String(repeating: "0", count: 16) + digits).suffix(8))
            if !taken.contains(id) { return id }
            attempt += 1
        }
    }

    /// Returns a hash of a text: 64-bit FNV-1a, with its halves combined.
    private static func fingerprint(of text: String) -> UInt32 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
    }
}
