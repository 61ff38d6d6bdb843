internal import ArgumentParser
internal import Processes

/// `unroll uninstall`: removes what `unroll install` has installed.
struct UninstallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "uninstall",
        abstract: "Remove what `unroll install` has installed.")

    /// The place of the installation.
    @OptionGroup var arguments: PlaceArguments

    func run() throws {
        let environment = ProcessEnvironment.variables
        let terminal = Terminal(environment: environment)
        let place = try arguments.place(environment: environment)
        let removed = Installer(source: .ofThisProcess, place: place).uninstall()
        guard !removed.isEmpty else {
            return terminal.write("nothing is installed in \(place.programs)\n")
        }
        terminal.write(removed.map { "removed \($0)\n" }.joined())
    }
}
