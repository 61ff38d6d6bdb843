internal import CellProtocol

/// The arguments with which a cell is compiled.
struct CompilerArguments {
    /// The cell.
    let job: CompileJob

    /// The toolchain that compiles it.
    let toolchain: Toolchain

    /// The folder for the modules that the compiler makes of C headers.
    let moduleCache: String

    /// The path of a file that the compiler makes.
    func output(_ fileExtension: String) -> String {
        "\(job.outputFolder)/\(job.moduleName).\(fileExtension)"
    }

    /// The path of the source.
    ///
    /// Its name differs from the one under which the lines are known to the compiler, which would
    /// warn of two files of one name.
    var source: String { output("source.swift") }

    /// The arguments for the compiler driver, as sourcekitd wants them.
    var forDriver: [String] {
        let own = (["-entry-point-function-name", job.entryPoint] + access)
            .flatMap { ["-Xfrontend", $0] }
        return ["-c", source, "-o", output("o")] + shared + own + optimization
    }

    /// The arguments for `swift-frontend`.
    var forFrontend: [String] {
        let entry = ["-entry-point-function-name", job.entryPoint] + access
        return ["-frontend", "-c", "-primary-file", source, "-o", output("o")]
            + shared + entry + optimization + OptimizerOptions.all.flatMap { ["-Xllvm", $0] }
    }

    /// The arguments that driver and frontend understand alike.
    private var shared: [String] {
        // Cells see each other's internal declarations by `@testable`, so every cell has to be
        // testable; `private` then means this cell only, and the compiler itself says so.
        var arguments = [
            "-module-name", job.moduleName, "-enable-testing", "-gline-tables-only",
            "-module-cache-path", moduleCache,
            // Extension members of a cell that was run again must not leak in from modules that
            // only another module imports.
            "-enable-upcoming-feature", "MemberImportVisibility",
        ]
        arguments += LanguageOptions.arguments
        if job.emitsModule { arguments += ["-emit-module-path", output("swiftmodule")] }
        for folder in job.moduleFolders { arguments += ["-I", folder] }
        for folder in toolchain.pluginFolders { arguments += ["-plugin-path", folder] }
        return arguments
    }

    /// Whether to keep to the access that declarations state.
    private var access: [String] {
        job.ignoresAccess ? ["-disable-access-control"] : []
    }

    /// Whether to optimise.
    ///
    /// Optimised cells keep the debug form of assertions: without it, a failed index, a nil and a
    /// division by zero would end the cell without a word, and `assert` would not be there.
    private var optimization: [String] {
        job.optimizes ? ["-O", "-assert-config", "Debug"] : ["-Onone"]
    }
}
