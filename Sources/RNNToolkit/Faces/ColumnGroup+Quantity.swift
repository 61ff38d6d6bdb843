internal import Plotting
internal import Recurrent

extension ColumnGroup {
    /// The maximum number of elements that get separate columns.
    private static let mostNumbers = 4

    /// Creates the columns of a quantity that is a matrix in every row of a table.
    ///
    /// A single number gets one column, a few get one each under a common title, and of more only
    /// the norm or the mean is shown.
    ///
    /// - Parameters:
    ///   - symbol: the name of the quantity.
    ///   - values: the matrices by row; `nil` for a row without one.
    ///   - areAveraged: whether many numbers are shown by their mean, as slopes are.
    init<Scalar: RealScalar>(
        quantity symbol: String, _ values: [Matrix<Scalar>?], areAveraged: Bool = false
    ) {
        let count = values.compactMap { $0?.elements.count }.max() ?? 0
        guard count > 1 else {
            self.init(title: "", columns: [Column(symbol, values.map { $0?.single })])
            return
        }
        guard count <= Self.mostNumbers else {
            let sizes = values.map { value in
                value.map { areAveraged ? $0.sum.shown / Double(count) : $0.norm.shown }
            }
            let name = areAveraged ? "mean \(symbol)" : "‖\(symbol)‖"
            self.init(title: "", columns: [Column(name, sizes)])
            return
        }
        let columns = (0..<count).map { place in
            Column("\(place + 1)", values.map { $0?.elements[place].shown })
        }
        self.init(title: symbol, columns: columns)
    }
}
