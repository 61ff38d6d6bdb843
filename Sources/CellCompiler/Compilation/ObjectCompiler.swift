internal import CellProtocol

/// Something that makes an object file and a module of a source that lies in a file.
protocol ObjectCompiler: Sendable {
    /// Compiles a cell and returns what the compiler said.
    ///
    /// Blocks. A cell with errors is a result, not an error.
    ///
    /// - Throws: `CompilerError`, where the compiler could not be asked.
    func compile(_ arguments: CompilerArguments) throws(CompilerError) -> Compilation
}

/// What a compiler made of a source.
struct Compilation: Sendable {
    /// What it said, in its order.
    var diagnostics: [Diagnostic]

    /// Whether it made an object.
    var succeeded: Bool
}
