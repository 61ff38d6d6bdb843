internal import CellProtocol

/// The compiler arguments for a cell.
struct CompilerArguments {
    /// The source of the cell.
    let job: CompileJob

    /// The toolchain that compiles the cell.
    let toolchain: Toolchain

    /// The folder of the cache for Clang modules.
    let moduleCache: String

    /// Returns the path of a file that the compiler produces.
    func output(_ fileExtension: String) -> String {
        "\(job.outputFolder)/\(job.moduleName).\(fileExtension)"
    }

    /// The path of the source.
    ///
    /// Its name differs from the one in the `#sourceLocation` of its lines; the compiler would warn
    /// about two files of the same name.
    var source: String { output("source.swift") }

    /// The arguments for the compiler driver, which sourcekitd expects.
    var forDriver: [String] {
        let own = (["-entry-point-function-name", job.entryPoint] + access)
            .flatMap { ["-Xfrontend", $0] }
        return ["-c", source, "-o", output("o")] + shared + own + optimization
    }

    /// The arguments for `swift-frontend`.
    ///
    /// For a module alone, functions are left out: their bodies may use what the module lacks.
    var forFrontend: [String] {
        guard job.product == .object else {
            return ["-frontend", "-emit-module", source] + shared + access
                + ["-experimental-skip-non-inlinable-function-bodies"]
        }
        let entry = ["-entry-point-function-name", job.entryPoint] + access
        return ["-frontend", "-c", "-primary-file", source, "-o", output("o")]
            + shared + entry + optimization + OptimizerOptions.all.flatMap { ["-Xllvm", $0] }
    }

    /// The arguments that the driver and the frontend share.
    private var shared: [String] {
        // Cells import each other as `@testable`, so every cell has to be testable. `private` then
        // means this cell only, as the compiler's own diagnostics say.
        var arguments = [
            "-module-name", job.moduleName, "-enable-testing", "-gline-tables-only",
            "-module-cache-path", moduleCache,
        ]
        if !job.ignoresMemberImports {
            // Extension members of a cell that was run again must not leak in through a module that
            // another module imports.
            arguments += ["-enable-upcoming-feature", "MemberImportVisibility"]
        }
        arguments += LanguageOptions.arguments(for: job.languageMode)
        if job.emitsModule { arguments += ["-emit-module-path", output("swiftmodule")] }
        for folder in job.moduleFolders { arguments += ["-I", folder] }
        arguments += job.packageArguments
        for folder in toolchain.pluginFolders { arguments += ["-plugin-path", folder] }
        return arguments
    }

    /// The arguments that make the compiler respect declared access.
    private var access: [String] {
        job.ignoresAccess ? ["-disable-access-control"] : []
    }

    /// The optimization arguments.
    ///
    /// Optimized cells keep the debug form of assertions: without it, an index out of range, an
    /// unexpected nil and a division by zero would end the cell without a message, and `assert`
    /// would be removed.
    private var optimization: [String] {
        job.optimizes ? ["-O", "-assert-config", "Debug"] : ["-Onone"]
    }
}
