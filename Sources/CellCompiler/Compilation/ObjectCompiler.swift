internal import CellProtocol

/// A compiler that turns a source file into an object file and a module.
protocol ObjectCompiler: Sendable {
    /// Compiles a cell, blocking the thread, and returns the diagnostics.
    ///
    /// Errors in the cell are part of the result and are not thrown.
    ///
    /// - Throws: `CompilerError` if the compiler could not be run.
    func compile(_ arguments: CompilerArguments) throws(CompilerError) -> Compilation
}

/// The result of a compilation.
struct Compilation: Sendable {
    /// The diagnostics in the compiler's order.
    var diagnostics: [Diagnostic]

    /// Indicates whether an object file was produced.
    var succeeded: Bool
}
