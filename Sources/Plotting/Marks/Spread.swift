/// A summary of several runs: the median as a line in a band from the minimum to the maximum.
public struct Spread: Mark {
    /// The positions along the horizontal axis.
    private let x: [Double?]
    /// The values of each run.
    private let runs: [[Double?]]
    /// The label in the legend.
    private let label: String
    /// The role of the color.
    private let tint: Tint

    /// Creates a summary of runs.
    ///
    /// - Parameters:
    ///   - x: the positions along the horizontal axis.
    ///   - runs: the values, one list per run, as many as there are positions.
    ///   - label: the label in the legend.
    ///   - tint: the role of the color.
    public init<X: Sequence, Y: Sequence>(
        x: X, runs: [Y], label: String = "", tint: Tint = .automatic
    ) where X.Element: Plottable, Y.Element: Plottable {
        self.x = x.plotValues
        self.runs = runs.map(\.plotValues)
        self.label = label
        self.tint = tint
    }

    /// Adds the band and the median to a sheet.
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

    /// Returns the median; infinite and NaN values count as the largest.
    private static func median(of values: [Double]) -> Double? {
        let sorted = values.sorted { $1.isNaN && !$0.isNaN || $0 < $1 }
        guard !sorted.isEmpty else { return nil }
        let middle = sorted.count / 2
        if sorted.count % 2 == 1 { return sorted[middle] }
        return sorted[middle - 1] / 2 + sorted[middle] / 2
    }
}
