/// A sequence of byte strings, each preceded by its size.
struct SizedPieces {
    /// The bytes that have not been read yet.
    private var rest: ArraySlice<UInt8>

    /// The length of a size in bytes.
    private static let sizeLength = 8

    /// Creates a reader of byte strings.
    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    /// Returns the next byte string, or `nil` if the bytes end before it does.
    mutating func next() -> ArraySlice<UInt8>? {
        guard rest.count >= Self.sizeLength else { return nil }
        let size = rest.prefix(Self.sizeLength).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        rest = rest.dropFirst(Self.sizeLength)
        guard size <= UInt64(rest.count) else { return nil }
        defer { rest = rest.dropFirst(Int(size)) }
        return rest.prefix(Int(size))
    }

    /// Encodes a size.
    static func size(_ count: Int) -> [UInt8] {
        stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: count >> $0) }
    }
}
