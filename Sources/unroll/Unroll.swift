internal import ArgumentParser

/// The command line of Unroll.
@main
struct Unroll: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unroll",
        abstract: "Runs notebooks whose cells are compiled Swift.",
        version: "\(KernelIdentity.version) (Swift \(KernelIdentity.swiftVersion))",
        subcommands: [
            RunCommand.self, TestCommand.self, CheckCommand.self, SweepCommand.self,
            ConvertCommand.self, ExercisesCommand.self,
            InstallCommand.self,
            UninstallCommand.self, DoctorCommand.self, CacheCommand.self, KernelCommand.self,
            WarmUpCommand.self,
        ])
}
