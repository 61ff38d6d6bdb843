extension Notebook {
    /// Gives an id to every cell that needs one: where it has none, or that of an earlier cell.
    ///
    /// The ids follow from the cells' places and sources alone, so that reading a document twice
    /// gives the same ones.
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

    /// Whether an id is one that the format allows.
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

    /// Gives cells another id whose own the format does not allow.
    public mutating func replaceInvalidIdentifiers() {
        for index in cells.indices {
            guard let id = cells[index].id, !Self.isValid(identifier: id) else { continue }
            cells[index].id = newIdentifier(forCell: index, source: cells[index].source)
        }
    }

    /// Returns an id that no cell of the notebook has, for a new cell at a place.
    public func newIdentifier(forCell index: Int, source: String) -> String {
        Self.identifier(forCell: index, source: source, taken: Set(cells.compactMap(\.id)))
    }

    /// Returns eight hexadecimal digits, as Jupyter gives, that are not taken.
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

    /// Returns a number that follows from a text: the 64-bit FNV-1a hash, its halves combined.
    private static func fingerprint(of text: String) -> UInt32 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
    }
}
