internal import ArgumentParser
internal import Processes

/// `unroll install`: installs Unroll for Jupyter and for shells.
struct InstallCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "install",
        abstract: "Install the programs, and register the kernel for Jupyter.",
        discussion: """
            What is installed does not depend on the clone that it was built in. It does depend on \
            the toolchain: after another one has been installed, build and install again.
            """)

    /// The place of the installation.
    @OptionGroup var arguments: PlaceArguments

    /// Indicates whether to print nothing on success.
    @Flag(help: "Print nothing on success.")
    var quiet = false

    func run() async throws {
        let environment = ProcessEnvironment.variables
        let terminal = Terminal(environment: environment)
        let place = try arguments.place(environment: environment)
        let hasLink = try Installer(source: .ofThisProcess, place: place).install()
        // The installed copy's modules have other paths, so their cached forms are created here.
        _ = try await TrialCell(engine: Installation(folder: place.programs).engine).run()
        if !hasLink {
            terminal.complain("\(place.command) is something else, and was left as it is")
        }
        guard !quiet else { return }
        terminal.write(
            """
            installed Unroll \(KernelIdentity.version) in \(place.programs)
            registered the kernel 'Swift (Unroll)' in \(place.kernel)
            \(hasLink ? hint(on: place, environment) : "")\
            after an upgrade of the Swift toolchain, build and install again: make install

            """)
    }

    /// Returns a hint on the command for shells.
    private func hint(on place: InstallationPlace, _ environment: [String: String]) -> String {
        let folder = place.command.dropLast("/unroll".utf8.count)
        let isOnPath = (environment["PATH"] ?? "").split(separator: ":").contains(folder)
        let advice = isOnPath ? "" : "; add \(folder) to your PATH to call it unroll"
        return "the command is \(place.command)\(advice)\n"
    }
}
