import Recurrent

/// A row of the table: one layer, forward and backward through time.
struct Row {
    /// The kind of cell.
    var cell: RecurrentCell
    /// Its name on the command line.
    let name: String
    /// T, the number of steps.
    let steps: Int
    /// B, the number of sequences.
    let count: Int
    /// D, the number of input features.
    let inputs: Int
    /// H, the number of hidden units.
    let hidden: Int
    /// Indicates whether numbers are in double precision.
    let isDouble: Bool
    /// The number of threads.
    let threads: Int
    /// The kernels.
    var path = Computation.Path.automatic

    /// Parses a label, such as `lstm 50 1 16 64 double 1`; returns `nil` if it is malformed.
    init?(_ label: String) {
        let cells: [Substring: RecurrentCell] = ["elman": .elman, "lstm": .lstm, "gru": .gru]
        let words = label.split(separator: " ")
        let sizes = words.compactMap { Int($0) }
        guard words.count == 7, sizes.count == 5, let cell = cells[words[0]] else { return nil }
        self.cell = cell
        name = String(words[0])
        (steps, count, inputs, hidden) = (sizes[0], sizes[1], sizes[2], sizes[3])
        isDouble = words[5] == "double"
        threads = sizes[4]
    }

    /// The number of operations, 6 T B G H (D + H): one product forward, two backward.
    var operations: Double {
        6 * Double(steps * count * cell.gates.count * hidden * (inputs + hidden))
    }

    /// Returns the median time of a forward and a whole backward pass, in seconds.
    func seconds(runs: Int) throws -> Double {
        isDouble ? try seconds(runs: runs, Double.self) : try seconds(runs: runs, Float.self)
    }

    /// Returns the median time with numbers of one type.
    private func seconds<Scalar: RealScalar>(runs: Int, _ type: Scalar.Type) throws -> Double {
        var generator = Xoshiro256(seed: 1)
        var layer = try RecurrentLayer<Scalar>(
            cell, inputs: inputs, hidden: hidden, using: &generator)
        layer.computation.threads = threads
        layer.computation.path = path
        func batch(_ features: Int) throws -> SequenceBatch<Scalar> {
            try SequenceBatch(
                steps: steps, count: count, features: features,
                elements: (0..<steps * count * features).map { _ in Scalar(generator.normal()) })
        }
        let input = try batch(inputs)
        let gradient = try batch(hidden)
        return try medianTime(of: runs) {
            let pass = try layer.forward(input)
            _ = try layer.backward(pass, outputGradient: gradient).gradient
        }
    }

    /// Returns the median time of a whole training step of a model with Adam and no clipping, in
    /// seconds.
    func stepSeconds(runs: Int) throws -> Double {
        isDouble
            ? try stepSeconds(runs: runs, Double.self) : try stepSeconds(runs: runs, Float.self)
    }

    /// Returns the median time of a training step with numbers of one type.
    private func stepSeconds<Scalar: RealScalar>(runs: Int, _ type: Scalar.Type) throws -> Double {
        var model = try RecurrentModel(
            cell, inputs: inputs, hidden: hidden, outputs: 1, seed: 1, of: Scalar.self)
        model.computation.threads = threads
        var generator = Xoshiro256(seed: 1)
        let input = try SequenceBatch(
            steps: steps, count: count, features: inputs,
            elements: (0..<steps * count * inputs).map { _ in Scalar(generator.normal()) })
        let target = try Matrix<Scalar>.normal(count, 1, using: &generator)
        let batch = Batch(.values(input), .values(target))
        let several = max(1, min(50, Int(2e9 / operations)))
        return try medianTime(of: runs) {
            try model.train(on: batch, Training(steps: several, optimizer: Adam()))
        } / Double(several)
    }
}
