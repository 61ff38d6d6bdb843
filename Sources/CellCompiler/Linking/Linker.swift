internal import CellProtocol
internal import Glibc
internal import Processes

/// Links a cell's object file to a shared object that the worker can load.
struct Linker: Sendable {
    /// The toolchain with the start-up code of Swift images.
    let toolchain: Toolchain

    /// The linker's path.
    let program: String

    /// Uses the first linker that is there: GNU ld is the fastest for one small object.
    init(toolchain: Toolchain) {
        self.toolchain = toolchain
        let candidates = ["/usr/bin/ld", "\(toolchain.root)/bin/ld.lld", "/usr/bin/ld.gold"]
        program = candidates.first { access($0, X_OK) == 0 } ?? "/usr/bin/ld"
    }

    /// Links an object file.
    ///
    /// No library is named: what the cell calls is found in the worker at load time; its calls of
    /// `exit` go to the worker's `__wrap_exit`, and so do errors that reach the top level. Without read-only relocations and without pages for
    /// each kind of section, a loaded cell is two mappings instead of five, and a fork with
    /// hundreds of cells costs a third.
    func link(_ object: String, to output: String) throws(CompilerError) {
        let arguments = [
            "-shared", "-Bsymbolic", "-z", "norelro", "-z", "noseparate-code", "--eh-frame-hdr",
            "--wrap=exit", "--wrap=swift_errorInMain", "-o", output, object,
            toolchain.runtimeStartup,
        ]
        let run: CommandRun
        do throws(ProcessError) {
            run = try CommandRun(program, arguments)
        } catch {
            throw .linking(output: output, cause: error.description)
        }
        guard run.exit.isSuccess else {
            throw .linking(
                output: output, cause: "\(program): \(run.exit): \(run.output.suffix(2000))")
        }
    }
}
