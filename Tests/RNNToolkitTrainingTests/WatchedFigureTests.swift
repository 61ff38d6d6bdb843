import Plotting
import RNNToolkit
import Recurrent
import Testing

/// Tests of figures that are drawn anew during training.
@Suite struct WatchedFigureTests {
    private func figure(_ name: String) -> Figure { Figure(name) { Line(y: [1, 2]) } }

    @Test func isShownOnceAndThenReplaced() {
        let host = Recorder()
        let watched = WatchedFigure(host: host)
        watched.update { figure("first") }
        // Too soon after the first drawing.
        for _ in 0..<3 { watched.update { figure("second") } }
        watched.show(figure("last"))
        let shown = host.record.shown
        #expect(shown.first?.isReplacement == false && shown.last?.isReplacement == true)
        #expect(shown.count < 6)
        #expect(host.text.contains("last"))
    }

    @Test func theRunIsTheSameWhetherItIsWatchedOrNot() throws {
        let network = try ElmanNetwork(inputs: 1, hidden: 3, seed: 1)
        let example = ElmanExample(try SequenceBatch([1, 0.5, -0.5]), target: 1)
        let training = Training(steps: 12, measureEvery: 5)
        var (watched, plain) = (network, network)
        let history = try watched.train(
            on: example, training, showing: "run",
            watching: { try $0.forward(example).lagFigure() }, measure: { _ in ["one": 1] })
        let same = try plain.train(on: example, training)
        #expect(watched == plain && history.losses == same.losses)
        #expect(history.metric("one").map(\.step) == [5, 10])
    }
}
