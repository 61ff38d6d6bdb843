import Glibc
import TestSupport
import Testing

/// Tests of whole runs, from the start to the saved notebook, in which one call of the system fails:
/// the run ends in time, shows nothing wrong, loses nothing without saying so, and leaves nothing
/// behind; and the next run, with the same caches, is healthy.
///
/// A failure reports its seed, with which `make faults SEED=… N=1` repeats it.
@Suite struct FaultyCallTests {
    @Test(.timeLimit(.minutes(10)), arguments: CampaignSeeds.list(44))
    func aRunSurvivesAFailingCall(seed: UInt64) async throws {
        let (call, outcome, next) = try await Blocking.run {
            var numbers = SeededGenerator(seed: seed)
            let call = FaultyCall(counts: try FaultyRun.counts.get(), numbers: &numbers)
            let run = try FaultyRun()
            let outcome = try run.play(salt: 1000 + seed, failing: call)
            return (call, outcome, try run.play(salt: 1000 + seed))
        }
        let problems = outcome.problems(isHealthy: false)
        #expect(problems.isEmpty, "\(call): \(problems), \(outcome)")
        let later = next.problems(isHealthy: true)
        #expect(later.isEmpty, "after \(call): \(later), \(next)")
    }
}
