import Display
import Plotting
import Testing

@Suite struct FigureTests {
    /// Returns the remarks under a figure.
    private func notes(_ figure: Figure) -> [String] {
        figure.text(style: .unicode).split(separator: "\n").filter { $0.hasPrefix("! ") }.map {
            String($0.dropFirst(2))
        }
    }

    @Test func saysWhatIsWrongWithTheData() {
        #expect(
            notes(Figure { Line(x: [1, 2, 3], y: [5.0], label: "short") }) == [
                "short: 3 x and 1 y values; the last 2 x values are not drawn"
            ])
        #expect(
            notes(Figure { Line(x: [1], y: [5.0, 6]) }) == [
                "1 x and 2 y values; the last 1 y value is not drawn"
            ])
        #expect(notes(Figure { Line(x: [Int](), y: [Double](), label: "e") }) == ["e: no data"])
        #expect(notes(Figure { Line(y: [Double.nan]) }) == ["no finite values"])
        #expect(
            notes(Figure { Line(x: [0, .nan, 1], y: [1, 2, 3]) }) == [
                "1 point has no finite x and is not drawn"
            ])
        #expect(
            notes(Figure { Rule(y: Double.nan, label: "limit") }) == [
                "limit: no line can be drawn at NaN"
            ])
        #expect(
            notes(Figure { Note("where", x: Double.nan, y: 1) }) == [
                "where: a note that has no finite x"
            ])
        #expect(
            notes(Figure { Arrow(from: (0, .nan), to: (1, 1), "to") }) == [
                "to: an arrow whose ends are not finite"
            ])
        #expect(
            notes(Figure { Line(y: [1.0, 20]) }.yAxis(range: 0...10)) == [
                "1 point lies outside the plot, at (1, 20)"
            ])
        #expect(
            notes(Figure { Bars(x: 1...2, y: [1, 2]) }.stacked().yAxis(scale: .log)) == [
                "bars on one another have no meaning on a logarithmic scale"
            ])
        #expect(
            notes(Figure { Spread(x: 0...1, runs: [[1, 2], [1.0]], label: "s") }) == [
                "s: runs of different lengths: 2, 1"
            ])
    }

    @Test func saysWhatIsWrongWithSurfacesAndCells() {
        #expect(notes(Figure { HeatMap([[Double]](), label: "W") }) == ["W: no cells"])
        #expect(notes(Figure { HeatMap([[nil]] as [[Double?]]) }) == ["no cell has a value"])
        let surface = { (x: [Double], y: [Double], values: [[Double]]) in
            Figure { Surface(x: x, y: y, values: values, label: "E") }
        }
        #expect(notes(surface([0], [0, 1], [])) == ["E: 1 places along x; a surface needs two"])
        #expect(notes(surface([0, 1], [1, 0], [])) == ["E: the places along y do not ascend"])
        #expect(
            notes(surface([0, 1], [0, 1], [])) == ["E: 0 rows of values for 2 places along y"])
        #expect(
            notes(surface([0, 1], [0, 1], [[1, 2], [3]])) == [
                "E: row 1 has 1 values for 2 places along x"
            ])
    }

    @Test func wholeNumbersOnTheHorizontalAxisGetWholeTicks() {
        let plan = FigurePlanner(Figure { Line(x: 0...3, y: [1, 2, 3, 4.5]) }).plan
        #expect(plan.x.ticks.map(\.label) == ["0", "1", "2", "3"])
    }

    @Test func marksOfOneLabelShareALook() {
        let plan = FigurePlanner(
            Figure {
                Band(x: 0...1, lower: [0, 0], upper: [1, 1], label: "RNN")
                Line(x: 0...1, y: [0.5, 0.5], label: "RNN")
                Line(x: 0...1, y: [0.2, 0.2], label: "LSTM")
            }
        ).plan
        #expect(plan.legend.map(\.label) == ["RNN", "LSTM"])
        #expect(plan.seriesCount == 2)
    }

    @Test func drawsManyPointsInFewBytes() {
        let figure = Figure { Line(y: Samples.noise(100_000)) }
        #expect(figure.svg.utf8.count < 200_000)
    }

    @Test func heightIsSettable() {
        let figure = Figure { Line(y: [1, 2]) }.height(pixels: 100, rows: 4)
        #expect(figure.text(style: .ascii).split(separator: "\n").count == 6)
        let usual = Figure { Line(y: [1, 2]) }
        #expect(figure.svg.utf8.count > 0 && figure.svg != usual.svg)
    }
}
