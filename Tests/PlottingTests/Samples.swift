import Plotting

/// Figures of every kind, ordinary and unusual, for tests of general properties.
enum Samples {
    /// The lags of a gradient, 0 to 20.
    static let steps = Array(0...20)

    /// Returns a power for every lag.
    static func powers(of base: Double) -> [Double] {
        steps.map { lag in (0..<lag).reduce(1.0) { power, _ in power * base } }
    }

    /// Returns numbers from 0 to 999 without a visible pattern.
    static func noise(_ count: Int) -> [Double] {
        (0..<count).map { index -> Double in
            let scrambled: Int = index * 7919 % 1000
            return Double(scrambled)
        }
    }

    /// All figures by name.
    static let figures: [(name: String, figure: Figure)] = ordinary + odd

    /// Returns numbers with every second sign changed.
    static func alternating(_ values: [Double]) -> [Double] {
        values.enumerated().map { $0.offset % 2 == 0 ? $0.element : -$0.element }
    }

    /// Figures of a lecture.
    private static let ordinary: [(name: String, figure: Figure)] = [
        (
            "lines",
            Figure("Gradient norm") {
                Line(x: steps, y: powers(of: 0.5), label: "‖∂L/∂Hₜ‖")
                Line(x: steps, y: powers(of: 1.1), label: "LSTM")
                Line(x: steps, y: powers(of: 0).map { $0 + 0 }, label: "underflow")
                Rule(y: 0.1, label: "threshold 0.1")
                Rule(x: 10, label: "lag 10")
                Zone(x: 12..., label: "longer than in training")
            }.xAxis("lag", reversed: true).yAxis("norm", scale: .log)
        ),
        (
            "failures",
            Figure("Loss") {
                Line(y: [6.157e5, 7.7e71, .infinity, .nan, .nan], label: "no clip")
                Line(y: [1e5, 2e4, 3e3, .nan, 1, -.infinity], label: "slide rule")
                Line(y: [1e5, 2e4, 3e3, .infinity, 1, 0], label: "other")
            }.xAxis("step").yAxis("loss", scale: .log)
        ),
        (
            "points",
            Figure("Points") {
                Points(x: steps, y: powers(of: 1.2), label: "a")
                Points(x: steps, y: powers(of: 0.7), label: "b")
                Note("here", x: 10, y: 6)
                Note("and here", x: 20, y: 38.3)
                Arrow(from: (3, 20), to: (12, 9), "look")
            }.xAxis("time", unit: "ms").yAxis("value", unit: "nats")
        ),
        (
            "grouped",
            Figure("Accuracy") {
                Bars(["0", "1", "2"], [1, 0.9, 0.3], label: "short")
                Bars(["0", "1", "2"], [1, 0.99, 0.98], label: "long")
            }.yAxis("accuracy", range: 0...1)
        ),
        (
            "stacked",
            Figure("Shares") {
                Bars(x: 1...4, y: [1, 2, 3, 4], label: "i")
                Bars(x: 1...4, y: [0.5, 0.5, 0.5, -2], label: "f")
                Bars(x: 1...4, y: [-1, -1, -1, 1], label: "o")
            }.stacked().xAxis("step")
        ),
        (
            "log bars",
            Figure { Bars(x: 1...6, y: [1e-6, 1e-3, 0, 1, .infinity, .nan], label: "|C|") }
                .yAxis("|C|", scale: .log)
        ),
        (
            "long names",
            Figure("Sentences") {
                Bars(
                    ["the writer of the books", "the key to the cabinets near the old door", "喜"],
                    [0.9, -0.3, .nan], label: "P(is)")
                Rule(y: 0.5, label: "chance")
            }
        ),
        (
            "spread",
            Figure("Seeds") {
                Spread(
                    x: 0...4,
                    runs: [[1, 0.9, 0.8, 0.3, 0.1], [1, 1, 0.9, 0.8, 0.2], [1, 1, 1, 1, 1]],
                    label: "RNN")
                Rule(y: 0.5, label: "chance")
            }.xAxis("attractors")
        ),
        (
            "triangle",
            Figure("Reach") {
                HeatMap(rows: 1...9, columns: 0...9, label: "‖∂Hₜ/∂Hₖ‖", scale: .log) { t, k in
                    k > t ? nil : powers(of: 0.5)[t - k]
                }
            }.xAxis("k").yAxis("t")
        ),
        (
            "signed cells",
            Figure {
                HeatMap(
                    [[-1, 0.5, 0], [.nan, .infinity, -0.25]], label: "W", rowNames: ["i", "f"],
                    columnNames: ["one", "two", "three"], showsNumbers: true)
            }
        ),
        (
            "surface",
            Figure("Descent") {
                Surface(x: -2...2, y: -1...1, resolution: 24, label: "error") { x, y in
                    x * x + 4 * y * y
                }
                Path(x: [-1.5, 0.5, 0], y: [0.8, -0.4, 0], label: "clipped")
                Path(x: [1.5, 30], y: [0.8, -90], label: "thrown out")
            }.xAxis("w").yAxis("b")
        ),
        (
            "symlog",
            Figure {
                Line(x: steps, y: alternating(powers(of: 1.8)))
            }.yAxis("∂L/∂S", scale: .symlog)
        ),
    ]

    /// Figures of unusual data.
    private static let odd: [(name: String, figure: Figure)] = [
        ("nothing", Figure {}),
        ("empty", Figure { Line(x: [Int](), y: [Double](), label: "empty") }),
        ("all NaN", Figure { Line(y: [Double.nan, .nan, .nan], label: "broken") }),
        ("all infinite", Figure { Bars(["a", "b"], [Double.infinity, -.infinity]) }),
        ("one point", Figure { Line(x: [3], y: [5.0]) }),
        ("lengths differ", Figure { Line(x: [1, 2, 3], y: [5.0], label: "short") }),
        ("constant", Figure { Line(y: Array(repeating: 0.3, count: 5)) }),
        ("constant zero", Figure { Line(y: [0.0, 0, 0]) }.yAxis(scale: .log)),
        ("negative on log", Figure { Line(y: [1.0, -1, 10, -5]) }.yAxis("loss", scale: .log)),
        ("huge", Figure { Line(y: [-1.7e308, 1.7e308, 0]) }),
        (
            "huge log",
            Figure { Line(y: [Double.leastNonzeroMagnitude, 1.7e308, 0]) }.yAxis(scale: .log)
        ),
        (
            "tiny",
            Figure { Line(y: [Double.leastNonzeroMagnitude, 0, 2 * .leastNonzeroMagnitude]) }
        ),
        ("offset", Figure { Line(y: [1e9, 1e9 + 1e-6, 1e9 + 2e-6]) }),
        ("infinite x", Figure { Line(x: [0, .nan, .infinity, 3.0], y: [1, 2, 3, 4.0]) }),
        ("bad range", Figure { Line(y: [1.0, 2]) }.yAxis("y", scale: .log, range: -1...1)),
        ("narrow range", Figure { Line(y: [1.0, 2, 50, 2, 1]) }.yAxis(range: 0...10)),
        ("absent", Figure { Line(y: [1, nil, 3, 4, nil, nil] as [Double?]) }),
        ("empty cells", Figure { HeatMap([[Double]](), label: "W") }),
        ("absent cells", Figure { HeatMap([[nil, nil], [nil]] as [[Double?]], label: "W") }),
        (
            "many cells",
            Figure { HeatMap((0..<300).map { [Double](repeating: Double($0), count: 260) }) }
        ),
        ("ragged surface", Figure { Surface(x: [0, 1], y: [0, 1], values: [[1, 2], [3]]) }),
        ("flat surface", Figure { Surface(x: 0...1, y: 0...1, resolution: 3) { _, _ in 1 } }),
        (
            "broken surface",
            Figure {
                Surface(x: 0...1, y: 0...1, resolution: 9, scale: .log) { x, y in
                    x < 0.3 ? .nan : x > 0.8 ? .infinity : x - y
                }
            }
        ),
        (
            "many points",
            Figure {
                Line(y: noise(20_000), label: "noise")
                Points(x: 0..<5000, y: noise(5000))
            }
        ),
        (
            "long labels",
            Figure(String(repeating: "a title with many words ", count: 9)) {
                Line(y: [1.0, 2], label: String(repeating: "label ", count: 40))
                Line(y: [2.0, 1], label: "😀 <&> \"quoted\" \u{0}\u{1B}[31m\nnew line")
                Note(String(repeating: "note ", count: 60), x: 0.5, y: 1.5)
            }
            .xAxis(String(repeating: "x", count: 200)).yAxis(String(repeating: "y ", count: 99))
            .caption(String(repeating: "caption ", count: 30))
        ),
        (
            "many names",
            Figure { Line(at: (0..<90).map { "name \($0)" }, y: (0..<90).map(Double.init)) }
        ),
        (
            "many series",
            Figure {
                for index in 0..<14 {
                    Line(y: [Double(index), 14 - Double(index)], label: "series \(index)")
                }
            }
        ),
        (
            "log x with zero",
            Figure { Line(x: [0, 1, 10, 100], y: [1.0, 2, 3, .infinity]) }.xAxis("lag", scale: .log)
        ),
    ]

    /// Stacked figures.
    static let panels: [(name: String, panels: Panels)] = [
        (
            "gates",
            Panels("Gates of unit 3") {
                Figure("gates") {
                    Line(y: steps.map { 1 / Double($0 + 1) }, label: "forget")
                    Line(y: steps.map { Double($0) / 20 }, label: "input")
                }.yAxis(range: 0...1)
                Figure("product") { Line(y: powers(of: 0.5)) }.yAxis("∏f", scale: .log)
                Figure("cells") { HeatMap([powers(of: 0.9), powers(of: 0.8)], label: "o") }
            }.xAxis("step")
        ),
        (
            "one scale",
            Panels {
                Figure("RNN") { HeatMap([[1, 0.01], [1, 1]], scale: .log) }
                Figure("LSTM") { HeatMap([[1, 0.5], [1, 1]], scale: .log) }
            }.sharedColors()
        ),
        ("none", Panels("nothing") {}),
    ]
}
