internal import ArgumentParser

/// `unroll warm-up`: runs a cell, so that the next one is fast; for makefiles and installers.
struct WarmUpCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "warm-up",
        abstract: "Run a first cell, so that the compiler has at hand what every cell needs.",
        shouldDisplay: false)

    func run() async throws {
        _ = try await TrialCell(engine: Installation.ofThisProcess.engine).run()
    }
}
