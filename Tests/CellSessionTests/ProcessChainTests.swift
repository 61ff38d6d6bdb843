import CellSession
import Glibc
import TestSupport
import Testing

/// Tests of the chain of processes in simulated sessions with faults: every cell ends in time, the
/// states are those of the model, and nothing lives on.
@Suite struct ProcessChainTests {
    /// The number of sessions of a seed.
    private static let sessions: UInt64 = 1250

    @Test(.timeLimit(.minutes(60)), arguments: CampaignSeeds.list(8, share: 3))
    func sessionsKeepWhatTheyPromise(seed: UInt64) {
        for number in 0..<Self.sessions {
            var session = SimulatedSession(seed: seed &* 1_000_003 &+ number)
            do {
                try session.play()
            } catch {
                Issue.record("session \(number): \(error)")
                return
            }
        }
    }

    /// A cell may have stopped the process that has to report its end.
    @Test func anInterruptWakesTheParentOfTheCellsProcess() throws {
        var chain = ProcessChain()
        _ = chain.start()
        let parent = try #require(chain.current)
        let begun = chain.begin()
        let copy = try #require(begun).copy
        _ = chain.started(copy, isInPlace: false)
        for effects in [chain.interrupt(), chain.interrupt()] {
            let isWoken = effects.contains { effect in
                if case .signal(generation: parent, SIGCONT) = effect { true } else { false }
            }
            #expect(isWoken)
        }
    }

    /// Seeds of sessions in which a report was read late, an ancestor of a new process was killed, or
    /// a stopped process had to leave; a million sessions found them.
    @Test(arguments: [
        (900_006, 584), (900_013, 981), (900_071, 101), (900_082, 23), (900_121, 603),
        (900_161, 532), (900_173, 47), (900_181, 579), (900_384, 853), (900_400, 510),
        (900_433, 1003), (1_900_020, 687),
    ]) func sessionsThatWentWrongOnceGoWell(seed: Int, number: Int) throws {
        var session = SimulatedSession(seed: UInt64(seed) &* 1_000_003 &+ UInt64(number))
        try session.play()
    }

    /// The simulation is worth something if it finds faults that are there.
    @Test(arguments: SimulatedSession.PlantedFault.allCases)
    func findsAPlantedFault(_ fault: SimulatedSession.PlantedFault) {
        let isFound = (0..<400).contains { seed in
            var session = SimulatedSession(seed: UInt64(seed), planting: fault)
            do {
                try session.play()
                return false
            } catch {
                return true
            }
        }
        #expect(isFound)
    }
}
