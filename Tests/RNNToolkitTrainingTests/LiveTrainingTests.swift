import RNNToolkit
import Testing

@Suite struct LiveTrainingTests {
    /// Trains a counting network with a recording host.
    private func train(
        _ host: Recorder, u: Double = 1, w: Double = 1.1, steps: Int = 40,
        ending: EarlyEnd = .never, nonFinite: NonFinitePolicy = .pass
    ) throws -> (network: ElmanNetwork<Double>, history: TrainingHistory) {
        var network = Samples.counter(u: u, w: w)
        let example = try CountingTask.publishedExample()
        let live = LiveTraining(title: "Counting", steps: steps, host: host)
        let training = Training(
            steps: steps, optimizer: try SGD(learningRate: 1e-3), only: ["U", "W"],
            ending: ending, nonFinite: nonFinite)
        let history = try live.reporting { observer, stop in
            try network.train(on: example, training, observer: observer, stop: stop)
        }
        return (network, history)
    }

    @Test func showsOnePictureAndReplacesIt() throws {
        let host = Recorder()
        _ = try train(host)
        let shown = host.record.shown
        #expect(shown.count >= 2)
        #expect(!shown[0].isReplacement && shown.dropFirst().allSatisfy(\.isReplacement))
        #expect(shown.allSatisfy { $0.id == "only" })
        #expect(shown[0].bundle.plainText?.contains("0 of 40 steps") == true)
        #expect(host.text.contains("40 of 40 steps, loss "))
        #expect(shown.last?.bundle[.svg] != nil && shown.last?.bundle[.html] != nil)
        #expect(host.record.acknowledgements == 0)
    }

    @Test func endsInTheSamePictureEveryTime() throws {
        let (first, second) = (Recorder(), Recorder())
        _ = try train(first)
        _ = try train(second)
        #expect(first.record.shown.last?.bundle == second.record.shown.last?.bundle)
        #expect(!first.text.contains(" s left"))
    }

    @Test func anInterruptKeepsWhatWasLearned() throws {
        let host = Recorder(interruptingAt: 11)
        let (network, history) = try train(host)
        #expect(history.outcome == .stopped)
        #expect(history.steps.count == 10)
        let (same, _) = try train(Recorder(), steps: 10)
        #expect(network == same)
        #expect(host.text.contains("10 of 40 steps"))
        #expect(host.text.contains("interrupted; what has been learned stays"))
        #expect(host.record.acknowledgements == 1)
    }

    @Test func saysWhyARunEndedEarly() throws {
        let dead = Recorder()
        _ = try train(dead, u: -1.5, w: 2)
        #expect(dead.text.contains("not finite at step 3"))
        let sure = Recorder()
        _ = try train(sure, ending: .lossBelow(1e9))
        #expect(sure.text.contains("1 of 40 steps"))
        #expect(sure.text.contains("the rule for the end was met"))
        let broken = Recorder()
        #expect(throws: RecurrentError.self) {
            try train(broken, u: -1.5, w: 2, nonFinite: .throw)
        }
        #expect(broken.text.contains("ended by an error"))
    }

    @Test func longRunsAreShownAsMeans() throws {
        let host = Recorder()
        _ = try train(host, steps: 500)
        #expect(host.text.contains("loss, mean of 4 steps"))
    }

    @Test func theAxisFollowsARunThatIsStoppedSoon() throws {
        let host = Recorder(interruptingAt: 151)
        _ = try train(host, steps: 100_000)
        #expect(host.text.contains("150 of 100000 steps"))
        #expect(host.text.contains("200") && !host.text.contains("400"))
    }
}
