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
