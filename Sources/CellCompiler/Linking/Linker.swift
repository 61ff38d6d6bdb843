internal import CellProtocol
internal import Glibc
internal import Processes

/// A linker that turns a cell's object file into a shared object for the worker.
struct Linker: Sendable {
    /// The toolchain, which has the start-up code of Swift images.
    let toolchain: Toolchain

    /// The path of the linker.
    let program: String

    /// Chooses the first linker that exists: GNU ld is the fastest for one small object.
    init(toolchain: Toolchain) {
        self.toolchain = toolchain
        let candidates = ["/usr/bin/ld", "\(toolchain.root)/bin/ld.lld", "/usr/bin/ld.gold"]
        program = candidates.first { access($0, X_OK) == 0 } ?? "/usr/bin/ld"
    }

    /// The functions whose calls in cells are redirected to the worker's `__wrap_…` versions:
    /// process exit, errors at the top level, the start of an asynchronous cell's task,
    /// `Task.isCancelled` and `Task.checkCancellation()`.
    private static let redirected = [
        "exit", "swift_errorInMain", "swift_job_run", "$sScTss5NeverORszABRs_rlE11isCancelledSbvgZ",
        "$sScTss5NeverORszABRs_rlE17checkCancellationyyKFZ",
    ]

    /// Links an object file.
    ///
    /// No library is named: the worker resolves the cell's symbols at load time. Some calls are
    /// redirected to the worker's versions. Without read-only relocations and separate pages per
    /// kind of section, a loaded cell has two mappings instead of five, and a fork with hundreds of
    /// cells costs a third.
    func link(_ object: String, to output: String) throws(CompilerError) {
        let arguments =
            [
                "-shared", "-Bsymbolic", "-z", "norelro", "-z", "noseparate-code", "--eh-frame-hdr",
                "-o", output, object, toolchain.runtimeStartup,
            ] + Self.redirected.map { "--wrap=\($0)" }
        let run: ProgramRun
        do throws(ProcessError) {
            run = try ProgramRun(program, arguments, standardError: .merged, limit: nil)
        } catch {
            throw .linking(output: output, cause: error.description)
        }
        guard run.exit.isSuccess else {
            throw .linking(
                output: output, cause: "\(program): \(run.exit): \(run.output.suffix(2000))")
        }
    }
}
