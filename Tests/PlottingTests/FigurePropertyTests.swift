import Display
import Plotting
import TestSupport
import Testing

// MARK: - Random figures

extension SeededGenerator {
    /// Returns a value of any kind: ordinary, tiny, huge, zero, absent, invalid.
    mutating func value() -> Double? {
        let small = Double.random(in: -1...1, using: &self)
        switch Int.random(in: 0..<24, using: &self) {
        case 0: return .nan
        case 1: return .infinity
        case 2: return -.infinity
        case 3: return nil
        case 4, 5: return 0
        case 6: return small * Double.greatestFiniteMagnitude
        case 7: return small * Double.leastNonzeroMagnitude * 1000
        case 8: return small * 1e-9
        case 9: return small * 1e12
        case 10: return (small * 10).rounded()
        default: return small * 100
        }
    }

    /// Returns a number of values.
    mutating func values(_ count: Int) -> [Double?] {
        var values: [Double?] = []
        for _ in 0..<count { values.append(value()) }
        return values
    }

    /// Returns one of the scales.
    mutating func scale() -> Scale {
        let scales: [Scale] = [.linear, .linear, .log, .symlog, .symlog(linearWithin: 0.5)]
        return scales[Int.random(in: 0..<scales.count, using: &self)]
    }

    /// Returns a range for an axis, or `nil` to derive it from the data.
    mutating func range() -> ClosedRange<Double>? {
        guard Int.random(in: 0..<4, using: &self) == 0, let one = value(), let other = value(),
            !one.isNaN, !other.isNaN
        else { return nil }
        return min(one, other)...max(one, other)
    }

    /// Returns a mark of any kind with random data.
    mutating func mark() -> any Mark {
        let count = Int.random(in: 0..<9, using: &self)
        let (x, y, z) = (values(count), values(count), values(count))
        switch Int.random(in: 0..<11, using: &self) {
        case 0: return Line(x: x, y: y, label: "line")
        case 1: return Line(y: y, label: "plain")
        case 2: return Points(x: x, y: y, label: "points")
        case 3: return Bars(x: 0..<count, y: y, label: "bars")
        case 4: return Bars(x: x, y: y, label: "other bars")
        case 5: return Band(x: x, lower: y, upper: z, label: "band")
        case 6: return Spread(x: 0..<count, runs: [y, z], label: "runs")
        case 7: return Rule(y: value(), label: "rule")
        case 8: return Note("note", x: value(), y: value())
        case 9: return Path(x: x, y: y, label: "path")
        default: return Zone(x: (value().map { $0.isNaN ? 0 : $0 } ?? 0)..., label: "zone")
        }
    }

    /// Returns a figure of some marks.
    mutating func figure() -> Figure {
        var marks: [any Mark] = []
        for _ in 0..<Int.random(in: 1..<4, using: &self) { marks.append(mark()) }
        let chosen = marks
        let figure = Figure("chance") { for mark in chosen { mark } }
            .xAxis("x", scale: scale(), range: range(), reversed: Bool.random(using: &self))
            .yAxis("y", scale: scale(), range: range(), reversed: Bool.random(using: &self))
        return Bool.random(using: &self) ? figure.stacked() : figure
    }
}

@Suite struct FigurePropertyTests {
    @Test(arguments: 0..<300) func everyFigureIsWhole(seed: Int) throws {
        var scramble = SeededGenerator(seed: UInt64(seed))
        let figure = scramble.figure()
        let problems = try SVGReader(figure.svg).problems
        #expect(problems == [])
        let text = figure.text(style: .ascii)
        #expect(text.utf8.allSatisfy { $0 < 128 })
        let lines = figure.text(style: .unicode).split(separator: "\n")
        #expect(lines.allSatisfy { String($0).columns <= 80 })
    }

    @Test(arguments: 0..<40) func sameDataMakeTheSameBytes(seed: Int) {
        var (one, other) = (
            SeededGenerator(seed: UInt64(seed)), SeededGenerator(seed: UInt64(seed))
        )
        let (figure, twin) = (one.figure(), other.figure())
        #expect(figure.svg == twin.svg)
        #expect(figure.text(style: .unicode) == twin.text(style: .unicode))
    }

    @Test(arguments: 0..<60) func narrowTextFitsToo(seed: Int) {
        var scramble = SeededGenerator(seed: UInt64(1000 + seed))
        let text = scramble.figure().text(style: .unicode, columns: 40, rows: 6)
        for line in text.split(separator: "\n") { #expect(String(line).columns <= 40, "\(line)") }
    }

    @Test(arguments: 0..<100) func cellsOfAnyValueAreDrawn(seed: Int) throws {
        var scramble = SeededGenerator(seed: UInt64(seed))
        let count = Int.random(in: 1..<12, using: &scramble)
        let rows = (0..<count).map { _ in scramble.values(Int.random(in: 0..<12, using: &scramble))
        }
        let figure = Figure("cells") {
            HeatMap(rows, label: "W", scale: scramble.scale(), showsNumbers: seed % 2 == 0)
        }
        let problems = try SVGReader(figure.svg).problems
        #expect(problems == [])
        #expect(!figure.text(style: .unicode).isEmpty)
    }
}
