import CBenchmarkBLAS
import Glibc
import Recurrent

/// A row of the table: one layer, forward and backward through time.
struct Row {
    let cell: RecurrentCell
    let name: String
    let steps: Int
    let count: Int
    let inputs: Int
    let hidden: Int
    let isDouble: Bool
    let threads: Int

    /// 6 T B G H (D + H): one product forward, two back.
    var operations: Double {
        6 * Double(steps * count * cell.gates.count * hidden * (inputs + hidden))
    }

    var label: String {
        "\(name) \(steps) \(count) \(inputs) \(hidden) \(isDouble ? "double" : "float") \(threads)"
    }
}

/// Seconds of a monotonic clock.
func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// The median time of several runs of some work, each of at least a few milliseconds.
func median(_ runs: Int, _ work: () throws -> Void) rethrows -> Double {
    try work()
    let start = now()
    try work()
    let repeats = max(1, Int(0.005 / max(now() - start, 1e-9)))
    var times: [Double] = []
    for _ in 0..<runs {
        let start = now()
        for _ in 0..<repeats { try work() }
        times.append((now() - start) / Double(repeats))
    }
    return times.sorted()[runs / 2]
}

/// The time of a forward and a whole backward pass of a layer, in seconds.
func time<Scalar: RealScalar>(_ row: Row, runs: Int, _ type: Scalar.Type) throws -> Double {
    var generator = Xoshiro256(seed: 1)
    var layer = try RecurrentLayer<Scalar>(
        row.cell, inputs: row.inputs, hidden: row.hidden, using: &generator)
    layer.computation.threads = row.threads
    func batch(_ features: Int) throws -> SequenceBatch<Scalar> {
        try SequenceBatch(
            steps: row.steps, count: row.count, features: features,
            elements: (0..<row.steps * row.count * features).map { _ in Scalar(generator.normal()) }
        )
    }
    let input = try batch(row.inputs)
    let gradient = try batch(row.hidden)
    return try median(runs) {
        let pass = try layer.forward(input)
        _ = try layer.backward(pass, outputGradient: gradient).gradient
    }
}

/// The rate of OpenBLAS on matrices of 1024 rows, in 10⁹ operations per second.
func productRate(isDouble: Bool, runs: Int) -> Double {
    let n = 1024
    openblas_set_num_threads(1)
    let size = Int32(n)
    if isDouble {
        let a = (0..<n * n).map { Double($0 % 97) / 97 }
        var c = [Double](repeating: 0, count: n * n)
        let seconds = median(runs) {
            cblas_dgemm(
                CblasRowMajor, CblasNoTrans, CblasNoTrans, size, size, size, 1, a, size, a, size,
                0, &c, size)
        }
        return 2e-9 * Double(n * n * n) / seconds
    }
    let a = (0..<n * n).map { Float($0 % 97) / 97 }
    var c = [Float](repeating: 0, count: n * n)
    let seconds = median(runs) {
        cblas_sgemm(
            CblasRowMajor, CblasNoTrans, CblasNoTrans, size, size, size, 1, a, size, a, size, 0,
            &c, size)
    }
    return 2e-9 * Double(n * n * n) / seconds
}

/// The most memory that this process has had since it began, in MB.
func peakMemory() -> Int {
    guard let file = fopen("/proc/self/status", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, 256, file) != nil {
        let text = String(
            decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard text.hasPrefix("VmHWM:") else { continue }
        return (Int(text.filter(\.isNumber)) ?? 0) / 1024
    }
    return 0
}

let kinds: [(RecurrentCell, String)] = [(.elman, "elman"), (.lstm, "lstm"), (.gru, "gru")]

/// All rows, or those whose hidden size is on the command line.
func rows() -> [Row] {
    var rows: [Row] = []
    func add(_ kinds: ArraySlice<(RecurrentCell, String)>, _ sizes: [Int], _ doubles: [Bool]) {
        for isDouble in doubles {
            for (cell, name) in kinds {
                for threads in sizes[3] == 512 ? [1, 2] : [1] {
                    rows.append(
                        Row(
                            cell: cell, name: name, steps: sizes[0], count: sizes[1],
                            inputs: sizes[2], hidden: sizes[3], isDouble: isDouble,
                            threads: threads))
                }
            }
        }
    }
    add(kinds[..<1], [10, 1, 4, 4], [true, false])
    add(kinds[...], [50, 1, 16, 64], [true, false])
    add(kinds[...], [100, 32, 32, 128], [false])
    add(kinds[...], [128, 64, 64, 512], [false, true])
    let chosen = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    return chosen.isEmpty ? rows : rows.filter { chosen.contains($0.hidden) }
}

// Beside another program, rows wait for a line, so that only one of the two measures at a time.
let isStepwise = CommandLine.arguments.contains("--stepwise")
for row in rows() {
    if isStepwise { _ = readLine() }
    let runs = row.hidden == 512 ? 5 : 15
    let rate = row.hidden == 512 ? productRate(isDouble: row.isDouble, runs: 15) : 0
    let seconds =
        try row.isDouble
        ? time(row, runs: runs, Double.self) : time(row, runs: runs, Float.self)
    // Label, seconds, 10⁹ operations per second, the rate of a product of 1024³, MB at most so far.
    print(row.label, seconds, row.operations / seconds * 1e-9, rate, peakMemory(), separator: "\t")
    fflush(nil)
}
