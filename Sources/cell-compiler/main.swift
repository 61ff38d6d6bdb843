// The compiler process: cell-compiler MODULE-CACHE [--no-sourcekit], with the line to the kernel as
// descriptor 3. It ends when the kernel closes the line.

internal import CellCompiler
internal import CellProtocol
internal import Glibc
internal import Processes

/// Says why the process cannot go on, and ends it.
func fail(_ reason: String) -> Never {
    try? Descriptor(owning: STDERR_FILENO).write("cell-compiler: \(reason)\n".utf8)
    exit(1)
}

let arguments = CommandLine.arguments.dropFirst()
guard let moduleCache = arguments.first else { fail("expected the folder of the module cache") }
guard let toolchain = Toolchain.ofThisProcess else {
    fail("could not find the toolchain: SwiftParser was not loaded from one")
}
// An interrupt is for the cell, not for the compiler.
signal(SIGINT, SIG_IGN)
do {
    let service = try CompilerService(
        toolchain: toolchain, moduleCache: moduleCache,
        usesSourceKit: !arguments.contains("--no-sourcekit"),
        channel: Channel(Descriptor(owning: 3)))
    try service.run()
} catch {
    fail("\(error)")
}
