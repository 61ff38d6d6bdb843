internal import CellProtocol
internal import JSON

/// An entry of the cache: the diagnostics, the module and the object of a compiled cell.
struct CacheEntry: Sendable, Hashable {
    /// The diagnostics and the libraries to load; the path of the object only tells whether there
    /// is one.
    var result: CompileResult

    /// The bytes of the interface for other cells; empty if they import nothing.
    var module: [UInt8]

    /// The bytes of the object; empty if the cell has errors, or only an interface was requested.
    var object: [UInt8]

    /// Creates an entry.
    init(result: CompileResult, module: [UInt8], object: [UInt8]) {
        self.result = result
        self.module = module
        self.object = object
    }

    /// Decodes an entry; returns `nil` if the bytes are malformed.
    init?(_ bytes: [UInt8]) {
        var pieces = SizedPieces(bytes[...])
        guard let said = pieces.next(), let module = pieces.next(), let object = pieces.next(),
            let value = try? JSONValue(parsing: Array(said)),
            let result = try? value.decoded(as: CompileResult.self)
        else { return nil }
        self.init(result: result, module: Array(module), object: Array(object))
    }

    /// The entry as bytes.
    func bytes() throws -> [UInt8] {
        let pieces = [try JSONValue(encoding: result).bytes(), module, object]
        return pieces.reduce(into: []) { $0 += SizedPieces.size($1.count) + $1 }
    }
}

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
