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
