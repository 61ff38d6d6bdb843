internal import CellProtocol

/// Compiles where a cell is compiled right: in this process, or, optimised cells of a library whose
/// optimiser takes no options, in a process of its own.
struct GuardedCompiler: ObjectCompiler {
    /// The compiler in this process.
    private let warm: SourceKitCompiler

    /// The compiler in a process of its own.
    private let fresh: FrontendCompiler

    /// Whether the optimiser in this process does what it should.
    private let trustsOptimizer: Bool

    /// Prepares the compiler in this process.
    init(kit: SourceKit, toolchain: Toolchain) {
        warm = SourceKitCompiler(kit: kit)
        fresh = FrontendCompiler(toolchain: toolchain)
        trustsOptimizer = kit.setOptimizerOptions(OptimizerOptions.all)
    }

    func compile(_ arguments: CompilerArguments) throws(CompilerError) -> Compilation {
        if arguments.job.optimizes, !trustsOptimizer { return try fresh.compile(arguments) }
        return try warm.compile(arguments)
    }
}
