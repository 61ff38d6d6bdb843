// What `recurrent.py` runs in a notebook: the rows of the benchmark's first lines, measured in a cell.
func seconds<Scalar: RealScalar>(
    _ cell: RecurrentCell, _ steps: Int, _ inputs: Int, _ hidden: Int, _ type: Scalar.Type
) throws -> Double {
    var generator = Xoshiro256(seed: 1)
    var layer = try RecurrentLayer<Scalar>(cell, inputs: inputs, hidden: hidden, using: &generator)
    layer.computation.threads = 1
    func batch(_ features: Int) throws -> SequenceBatch<Scalar> {
        try SequenceBatch(
            steps: steps, count: 1, features: features,
            elements: (0..<steps * features).map { _ in Scalar(generator.normal()) })
    }
    let (input, gradient) = try (batch(inputs), batch(hidden))
    func run() throws {
        let pass = try layer.forward(input)
        _ = try layer.backward(pass, outputGradient: gradient).gradient
    }
    let clock = ContinuousClock()
    try run()
    let once = try clock.measure { try run() } / .seconds(1)
    let repeats = max(1, Int(0.005 / once))
    let times = try (0..<15).map { _ in
        try clock.measure { for _ in 0..<repeats { try run() } } / .seconds(1) / Double(repeats)
    }
    return times.sorted()[7]
}

for (name, cell) in [("elman", RecurrentCell.elman), ("lstm", .lstm), ("gru", .gru)] {
    for (steps, inputs, hidden) in [(10, 4, 4), (50, 16, 64)] where hidden == 64 || name == "elman"
    {
        let label = "\(name) \(steps) 1 \(inputs) \(hidden)"
        print("\(label) double 1\t\(try seconds(cell, steps, inputs, hidden, Double.self))")
        print("\(label) float 1\t\(try seconds(cell, steps, inputs, hidden, Float.self))")
    }
}
