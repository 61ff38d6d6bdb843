// The code that `recurrent.py` runs in a notebook: it measures rows of the benchmark in a cell, on
// request. A request is a line such as `lstm 50 1 16 64 double 1`, an answer its seconds.
import Glibc

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

func seconds(of row: String) throws -> Double? {
    let cells: [Substring: RecurrentCell] = ["elman": .elman, "lstm": .lstm, "gru": .gru]
    let words = row.split(whereSeparator: \.isWhitespace)
    let sizes = words.compactMap { Int($0) }
    guard let cell = words.first.flatMap({ cells[$0] }), sizes.count == 5 else { return nil }
    return words.contains("double")
        ? try seconds(cell, sizes[0], sizes[2], sizes[3], Double.self)
        : try seconds(cell, sizes[0], sizes[2], sizes[3], Float.self)
}

let (requests, answers) = (fopen("requests", "r"), fopen("answers", "w"))
var row: UnsafeMutablePointer<CChar>?
var capacity = 0
while getline(&row, &capacity, requests) > 0, let line = row,
    let time = try seconds(of: String(cString: line))
{
    fputs("\(time)\n", answers)
    fflush(answers)
}
