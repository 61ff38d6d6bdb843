internal import ArgumentParser

/// The command line of Unroll.
@main
struct Unroll: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unroll",
        abstract: "Runs notebooks whose cells are compiled Swift.",
        version: "0.1.0",
        subcommands: [RunCommand.self, TestCommand.self])
}
