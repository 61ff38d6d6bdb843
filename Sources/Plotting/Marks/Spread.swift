/// Several runs of one thing: the median as a line in a band from the least to the greatest.
public struct Spread: Mark {
    /// The places along the horizontal axis.
    private let x: [Double?]
    /// The values, run by run.
    private let runs: [[Double?]]
    /// What the runs stand for, as the legend says it.
    private let label: String
    /// What the color is for.
    private let tint: Tint

    /// Summarizes runs.
    ///
    /// - Parameters:
    ///   - x: the places along the horizontal axis.
    ///   - runs: the values, one list for each run, as many as there are places.
    ///   - label: what the runs stand for, as the legend says it.
    ///   - tint: what the color is for.
    public init<X: Sequence, Y: Sequence>(
        x: X, runs: [Y], label: String = "", tint: Tint = .automatic
    ) where X.Element: Plottable, Y.Element: Plottable {
        self.x = x.plotValues
        self.runs = runs.map(\.plotValues)
        self.label = label
        self.tint = tint
    }

    /// Lays out the band, and the median over it.
    public func lay(on sheet: inout Sheet) {
        if Set(runs.map(\.count)).count > 1 {
            let lengths = runs.map { String($0.count) }.joined(separator: ", ")
            sheet.addNote("runs of different lengths: \(lengths)", about: label)
        }
        let count = runs.map(\.count).max() ?? 0
        let columns = (0..<count).map { index in
            runs.compactMap { $0.indices.contains(index) ? $0[index] : nil }
        }
        let finite = columns.map { $0.filter(\.isFinite).sorted() }
        Band(x: x, lower: finite.map(\.first), upper: finite.map(\.last), label: label, tint: tint)
            .lay(on: &sheet)
        Line(x: x, y: columns.map(Self.median), label: label, tint: tint).lay(on: &sheet)
    }

    /// Returns the middle value, or the mean of the two middle ones; infinite and NaN runs count
    /// as the worst.
    private static func median(of values: [Double]) -> Double? {
        let sorted = values.sorted { $1.isNaN && !$0.isNaN || $0 < $1 }
        guard !sorted.isEmpty else { return nil }
        let middle = sorted.count / 2
        if sorted.count % 2 == 1 { return sorted[middle] }
        return sorted[middle - 1] / 2 + sorted[middle] / 2
    }
}
