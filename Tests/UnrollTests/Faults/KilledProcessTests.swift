import TestSupport
import Testing

/// Tests of runs of which processes are killed at a random moment, from the start to the end: no
/// process and no file is left, and the next run is healthy.
@Suite struct KilledProcessTests {
    /// Processes that are killed at the same time.
    enum Victim: CaseIterable {
        case kernel, runner, compiler, keeper, workers, kernelAndCompiler, kernelAndRunner, all

        /// Returns whether the victims include a process.
        func includes(_ process: FaultyRun.LiveProcess) -> Bool {
            switch self {
            case .kernel: process.name == "unroll kernel"
            case .runner: process.name == "unroll run"
            case .compiler: process.name == "cell-compiler"
            case .keeper: process.name == "cell-worker" && process.isOldest
            case .workers: process.name == "cell-worker" && !process.isOldest
            case .kernelAndCompiler: ["unroll kernel", "cell-compiler"].contains(process.name)
            case .kernelAndRunner: process.name.hasPrefix("unroll")
            case .all: true
            }
        }

        /// Indicates whether a process is left that removes the session's folder.
        var leavesSomebody: Bool { self != .all }
    }

    @Test(.timeLimit(.minutes(10)), arguments: CampaignSeeds.list(12))
    func nothingIsLeft(seed: UInt64) async throws {
        var numbers = SeededGenerator(seed: seed)
        let victim = Victim.allCases.randomElement(using: &numbers) ?? .kernel
        let moment = Duration.milliseconds(Int.random(in: 0..<2500, using: &numbers))
        let run = try FaultyRun()
        async let outcome = Blocking.run { try run.play(salt: 5000 + seed) }
        try await Blocking.run { run.kill(victim.includes, after: moment) }
        let leftovers = try await outcome.leftovers
        #expect(
            leftovers.filter { victim.leavesSomebody || !$0.hasPrefix("unroll-") }.isEmpty,
            "\(victim) after \(moment): \(leftovers)")
        let next = try await Blocking.run { try run.play(salt: 5000 + seed) }
        let problems = next.problems(isHealthy: true)
        #expect(problems.isEmpty, "\(victim) after \(moment): \(problems), \(next)")
    }
}
