import RNNToolkit
import Testing

@Suite struct GateFigureTests {
    @Test func anLSTMShowsItsGatesAndItsCell() throws {
        let text = try Samples.pass(.lstm).gatesFigure().text(style: .unicode)
        for title in ["input gate", "forget gate", "output gate", "cell state"] {
            #expect(text.contains(title))
        }
        #expect(!text.contains("candidate"))
    }

    @Test func aGRUShowsChosenUnits() throws {
        let text = try Samples.pass(.gru).gatesFigure(sequence: 2, units: [1, 3])
            .text(style: .unicode)
        #expect(text.contains("reset gate") && text.contains("update gate"))
        #expect(text.contains("unit 1") && text.contains("unit 3") && !text.contains("unit 0"))
    }

    @Test func saysWhatCannotBeDrawn() throws {
        let (elman, lstm) = (try Samples.pass(.elman), try Samples.pass(.lstm))
        #expect(
            Samples.message { _ = try elman.gatesFigure() }
                == "the cell is an Elman cell; it must be one with gates, to draw them")
        #expect(
            Samples.message { _ = try lstm.gatesFigure(units: [4]) }
                == "the unit is 4; it must be from 0 to 3")
        #expect(Samples.message { _ = try lstm.gatesFigure(sequence: 3) } != nil)
        let gru = try Samples.pass(.gru)
        #expect(Samples.message { _ = try forgetProductFigure([("gru", gru)]) } != nil)
    }

    @Test func productsShrinkWithTheLag() throws {
        var layer = try RecurrentLayer<Double>(
            .lstm, weightIH: .zeros(4, 1), weightHH: .zeros(4, 1))
        layer.setForgetBias(0)
        let pass = try layer.forward(SequenceBatch([Double](repeating: 0, count: 10)))
        let figure = try forgetProductFigure([("forget bias 0", pass)])
        #expect(figure.text(style: .unicode).contains("forget bias 0"))
        #expect(figure.text(style: .unicode).contains("10⁻³"))
    }

    @Test func everyGateHasALetter() {
        #expect(Gate.allCases.map(\.symbol) == ["h", "i", "f", "g", "o", "r", "z"])
    }

    @Test func drawsWhatOwnEquationsName() throws {
        let named = try RecurrentLayer(.minGRU, inputs: 1, hidden: 2, seed: 1)
        let pass = try named.forward(SequenceBatch([1, 0, 1]))
        #expect(pass.valueNames == ["z"])
        _ = try pass.gatesFigure()
        let silent = try RecurrentLayer(.lru, inputs: 1, hidden: 2, seed: 1)
        #expect(throws: RecurrentError.self) {
            try silent.forward(SequenceBatch([1, 0, 1])).gatesFigure()
        }
    }
}
