public import Recurrent

extension Matrix {
    /// Returns the matrix as a table with the given column names, by default 0, 1, and so on.
    ///
    /// - Throws: `TensorFileError.ragged` if the number of names is not the number of columns.
    public func table(columns names: [String]? = nil) throws(TensorFileError) -> CSVTable {
        try CSVTable(
            columns: names ?? (0..<columns).map(String.init),
            rows: (0..<rows).map { row in (0..<columns).map { "\(self[row, $0])" } })
    }
}

extension TrainingHistory {
    /// The steps as a table: step, loss, gradient norms before and after clipping, learning rate,
    /// and a column per measure, which is empty where it was not taken.
    ///
    /// - Throws: nothing in practice: every row has a text for every column.
    public var table: CSVTable {
        get throws(TensorFileError) {
            let measures = Set(steps.flatMap(\.metrics.keys)).sorted()
            return try CSVTable(
                columns: ["step", "loss", "gradient norm", "clipped norm", "learning rate"]
                    + measures,
                rows: steps.map { step in
                    [
                        "\(step.step)", "\(step.loss)", "\(step.gradientNorm)",
                        "\(step.clippedNorm)", "\(step.learningRate)",
                    ] + measures.map { name in step.metrics[name].map { "\($0)" } ?? "" }
                })
        }
    }
}
