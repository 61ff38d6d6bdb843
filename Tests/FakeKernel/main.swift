internal import Glibc
internal import JupyterProtocol

// A kernel without a language, for the tests of clients and runners: its cells say, line by line,
// which messages it sends and how it misbehaves. See FakeCell for what they can say.
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
