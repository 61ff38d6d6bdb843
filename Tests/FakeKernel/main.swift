internal import Glibc
internal import JupyterProtocol

// A kernel without a language, for the tests of clients and runners: each line of a cell states
// which messages the kernel sends and how it misbehaves. FakeCell defines the verbs.
let arguments = Array(CommandLine.arguments.dropFirst())
let habits = Habits(arguments)
habits.misbehaveBeforeStart()
guard let path = arguments.first else { exit(2) }
do {
    let file = try ConnectionFile(readingFrom: path)
    try FakeKernel(file, habits: habits).run()
} catch {
    StandardError.write("fake kernel: \(error)\n")
    exit(1)
}
