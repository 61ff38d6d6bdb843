// The compiler process: cell-compiler MODULE-CACHE SESSION-FOLDER KERNEL [--no-sourcekit], with the
// channel to the kernel, whose process ID is KERNEL, as descriptor 3. It ends when the kernel closes
// the channel. If the kernel was killed, it removes the session's folder, because nobody else is
// left to do so.

internal import CellCompiler
internal import CellProtocol
internal import Files
internal import Glibc
internal import Processes

/// The original standard error of this process.
///
/// What the compiler library prints while it analyzes incomplete code is discarded.
let terminal = Descriptor(owning: fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 10))

/// Prints why the process cannot continue, and ends it.
func fail(_ reason: String) -> Never {
    try? terminal.write("cell-compiler: \(reason)\n".utf8)
    exit(1)
}

/// Discards everything written to standard error from now on.
func silenceStandardError() {
    let nowhere = Descriptor(owning: open("/dev/null", O_WRONLY | O_CLOEXEC))
    dup2(nowhere.number, STDERR_FILENO)
}

/// Ends this process and its children; removes the session's folder if the kernel has ended without
/// doing so.
@Sendable func leave(_ sessionFolder: String, kernel: pid_t) -> Never {
    // A killed process closes its files a moment before its children are reparented.
    for _ in 0..<1000 where getppid() == kernel { usleep(1000) }
    if getppid() != kernel { TemporaryFolder.remove(sessionFolder) }
    kill(0, SIGKILL)
    _exit(0)
}

silenceStandardError()
let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 3, let kernel = pid_t(arguments[2]) else {
    fail("expected the folders of the module cache and the session, and the kernel's process ID")
}
let (moduleCache, sessionFolder) = (arguments[0], arguments[1])
guard let toolchain = Toolchain.ofThisProcess else {
    fail("could not find the toolchain: SwiftParser was not loaded from one")
}
// An interrupt is meant for the cell, not for the compiler.
signal(SIGINT, SIG_IGN)
MemoryLimit.apply()
do {
    // A thread that is busy with a source does not notice that the channel is closed.
    try ParentWatch.begin(parent: kernel) { leave(sessionFolder, kernel: kernel) }
    let service = try CompilerService(
        toolchain: toolchain, moduleCache: moduleCache,
        usesSourceKit: !arguments.contains("--no-sourcekit"),
        channel: Channel(Descriptor(owning: 3)))
    try service.run()
} catch {
    try? terminal.write("cell-compiler: \(error)\n".utf8)
}
leave(sessionFolder, kernel: kernel)
