internal import CellProtocol
internal import JSON

/// What a cell compiled to: what the compiler said, the module, the object.
struct CacheEntry: Sendable, Hashable {
    /// What the compiler said, and what has to be loaded; the path of the object counts only as
    /// whether there is one.
    var result: CompileResult

    /// The bytes of the interface that other cells import; none, where they import nothing.
    var module: [UInt8]

    /// The bytes of the object; none, where the cell has errors, or only an interface was wanted.
    var object: [UInt8]

    /// Makes an entry.
    init(result: CompileResult, module: [UInt8], object: [UInt8]) {
        self.result = result
        self.module = module
        self.object = object
    }

    /// Reads an entry; nothing, where the bytes are none.
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
