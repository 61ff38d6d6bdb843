public import Recurrent

extension Matrix {
    /// The matrix as a table with the given headings, or with 0, 1, … where none are given.
    ///
    /// - Throws: `TensorFileError.ragged` where there is not one heading for every column.
    public func table(columns names: [String]? = nil) throws(TensorFileError) -> CSVTable {
        try CSVTable(
            columns: names ?? (0..<columns).map(String.init),
            rows: (0..<rows).map { row in (0..<columns).map { "\(self[row, $0])" } })
    }
}

extension TrainingHistory {
    /// The steps as a table: step, loss, norms before and after clipping, learning rate, and every
    /// measure by its name, empty where it was not taken.
    ///
    /// - Throws: nothing in practice: every row has a text for every heading.
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
