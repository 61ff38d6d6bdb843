internal import CellProtocol
internal import Glibc
internal import Processes

/// A compiler that starts a process per cell: slower, for toolchains whose sourcekitd cannot be
/// used.
struct FrontendCompiler: ObjectCompiler {
    /// The toolchain whose `swift-frontend` is used.
    let toolchain: Toolchain

    func compile(_ arguments: CompilerArguments) throws(CompilerError) -> Compilation {
        let options = ["-diagnostic-style", "llvm", "-no-color-diagnostics"]
        let run: ProgramRun
        do throws(ProcessError) {
            run = try ProgramRun(
                toolchain.frontend, arguments.forFrontend + options, standardError: .merged,
                limit: nil)
        } catch {
            throw .file(
                path: toolchain.frontend, operation: "run", cause: error.description)
        }
        let diagnostics = FrontendDiagnostics(parsing: run.output).diagnostics
        if !run.exit.isSuccess, !diagnostics.contains(where: { $0.severity == .error }) {
            throw .file(
                path: toolchain.frontend, operation: "compile with",
                cause: "\(run.exit): \(run.output.suffix(2000))")
        }
        return Compilation(diagnostics: diagnostics, succeeded: run.exit.isSuccess)
    }
}
