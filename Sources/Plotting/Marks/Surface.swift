/// A function of two variables seen from above, such as an error over two weights.
///
/// It fills the plot; other marks, such as a `Path`, lie over it and may leave it.
public struct Surface: Mark {
    /// The places along the horizontal axis.
    private let x: [Double]
    /// The places along the vertical axis.
    private let y: [Double]
    /// The values, one row for each place along the vertical axis.
    private let values: [[Double]]
    /// What is asked of the colors.
    private let request: ColorRequest

    /// Shows values over a lattice.
    ///
    /// - Parameters:
    ///   - x: the lattice's places along the horizontal axis, ascending.
    ///   - y: the lattice's places along the vertical axis, ascending.
    ///   - values: one row for each place along the vertical axis, each as long as `x`.
    ///   - label: what the values are, as the key to the colors says it.
    ///   - scale: how values become colors.
    public init(
        x: [Double], y: [Double], values: [[Double]], label: String = "", scale: Scale = .linear
    ) {
        self.x = x
        self.y = y
        self.values = values
        request = ColorRequest(title: label, scale: scale, range: nil, isDiverging: nil)
    }

    /// Shows a function over a rectangle, evaluated at so many places along each side.
    public init(
        x: ClosedRange<Double>, y: ClosedRange<Double>, resolution: Int = 64, label: String = "",
        scale: Scale = .linear, of value: (_ x: Double, _ y: Double) -> Double
    ) {
        let count = min(400, max(2, resolution))
        let places = { (range: ClosedRange<Double>) in
            (0..<count).map { index in
                let fraction = Double(index) / Double(count - 1)
                return range.lowerBound * (1 - fraction) + range.upperBound * fraction
            }
        }
        let (columns, rows) = (places(x), places(y))
        self.init(
            x: columns, y: rows, values: rows.map { row in columns.map { value($0, row) } },
            label: label, scale: scale)
    }

    /// Lays out the surface.
    public func lay(on sheet: inout Sheet) {
        sheet.colors = sheet.colors ?? request
        guard let problem else {
            sheet.surfaceEnds = (x[0]...x[x.count - 1], y[0]...y[y.count - 1])
            values.forEach { $0.forEach { sheet.colorExtent.include($0) } }
            sheet.shapes.append(.surface(SurfaceShape(x: x, y: y, values: values)))
            return
        }
        sheet.addNote(problem, about: request.title)
    }

    /// What keeps the surface from being drawn, if anything does.
    private var problem: String? {
        for (name, places) in [("x", x), ("y", y)] {
            if places.count < 2 {
                return "\(places.count) places along \(name); a surface needs two"
            }
            if !zip(places, places.dropFirst()).allSatisfy({ $0 < $1 && $0.isFinite && $1.isFinite }
            ) {
                return "the places along \(name) do not ascend"
            }
        }
        if values.count != y.count {
            return "\(values.count) rows of values for \(y.count) places along y"
        }
        guard let row = values.firstIndex(where: { $0.count != x.count }) else { return nil }
        return "row \(row) has \(values[row].count) values for \(x.count) places along x"
    }
}
