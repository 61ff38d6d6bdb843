internal import CellProtocol

/// A compiler that avoids wrong code: it compiles in this process, except for optimized cells if
/// the library rejects optimizer options, and for modules whose functions do not compile, which it
/// compiles in a separate process.
struct GuardedCompiler: ObjectCompiler {
    /// The compiler in this process.
    private let warm: SourceKitCompiler

    /// The compiler in a separate process.
    private let fresh: FrontendCompiler

    /// Indicates whether the library accepted the optimizer options.
    private let trustsOptimizer: Bool

    /// Creates both compilers and sets the library's optimizer options.
    init(kit: SourceKit, toolchain: Toolchain) {
        warm = SourceKitCompiler(kit: kit)
        fresh = FrontendCompiler(toolchain: toolchain)
        trustsOptimizer = kit.setOptimizerOptions(OptimizerOptions.all)
    }

    func compile(_ arguments: CompilerArguments) throws(CompilerError) -> Compilation {
        if arguments.job.optimizes, !trustsOptimizer { return try fresh.compile(arguments) }
        let compilation = try warm.compile(arguments)
        // The library cannot leave out the functions of a module.
        guard arguments.job.product == .moduleOnly, !compilation.succeeded else {
            return compilation
        }
        return try fresh.compile(arguments)
    }
}
