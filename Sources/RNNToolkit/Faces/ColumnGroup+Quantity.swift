internal import Plotting
internal import Recurrent

extension ColumnGroup {
    /// The most numbers of one quantity that get columns of their own.
    private static let mostNumbers = 4

    /// Makes the columns of a quantity that is a matrix in every row of a table.
    ///
    /// A single number gets a column, a few get one each under a common heading, and of more only
    /// the norm is shown.
    ///
    /// - Parameters:
    ///   - symbol: the name of the quantity.
    ///   - values: the matrices from row to row, nothing where a row has none.
    init<Scalar: RealScalar>(quantity symbol: String, _ values: [Matrix<Scalar>?]) {
        let count = values.compactMap { $0?.elements.count }.max() ?? 0
        guard count > 1 else {
            self.init(title: "", columns: [Column(symbol, values.map { $0?.single })])
            return
        }
        guard count <= Self.mostNumbers else {
            let norms = values.map { $0?.norm.shown }
            self.init(title: "", columns: [Column("‖\(symbol)‖", norms)])
            return
        }
        let columns = (0..<count).map { place in
            Column("\(place + 1)", values.map { $0?.elements[place].shown })
        }
        self.init(title: symbol, columns: columns)
    }
}
