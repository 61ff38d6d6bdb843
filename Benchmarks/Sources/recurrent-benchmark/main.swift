import Glibc
import Recurrent

// Performs measurements on request, line by line, so that only one of two programs measures at a
// time: the label of a row, as in `lstm 50 1 16 64 double 1`, `product float` for a product of
// 1024³ by OpenBLAS, `step` and a label for a training step of a model with Adam, or `report float`
// for the code in use. `own` and a label asks for the cell as equations and for the built-in cell on
// its plain path, `norms 64 100` for the Jacobian norms of an LSTM of that H and T, all of them and
// those of the last step, and for the influence of inputs on outputs. The answer to a row contains
// seconds, 10⁹ operations per second and the peak of memory in kB; to a product its rate; to a step
// its seconds; to the last two, times in seconds; to a report a line. `recurrent.py` sends the
// requests; by hand:
// `echo "gru 100 32 32 128 float 1" | recurrent-benchmark`.
while let line = readLine() {
    if line.hasPrefix("product ") {
        print(productRate(isDouble: line.hasSuffix("double"), runs: 15))
    } else if line.hasPrefix("report ") {
        print(
            line.hasSuffix("double")
                ? "\(ProcessorReport(measuring: Double.self))"
                : "\(ProcessorReport(measuring: Float.self))")
    } else if line.hasPrefix("step "), let row = Row(String(line.dropFirst(5))) {
        print(try row.stepSeconds(runs: row.operations > 1e10 ? 3 : 15))
    } else if let (own, builtIn) = Row.own(line) {
        print(try own.seconds(runs: 15), try builtIn.seconds(runs: 15), separator: "\t")
    } else if line.hasPrefix("norms ") {
        let sizes = line.split(separator: " ").compactMap { Int($0) }
        guard sizes.count == 2 else { exit(1) }
        let (all, lags, influence) = try normSeconds(hidden: sizes[0], steps: sizes[1], runs: 3)
        print(all, lags, influence, separator: "\t")
    } else if let row = Row(line) {
        let seconds = try row.seconds(runs: row.hidden >= 512 ? 5 : 15)
        print(seconds, row.operations / seconds * 1e-9, peakMemory(), separator: "\t")
    } else {
        print("this is no row: \(line)")
        exit(1)
    }
    fflush(nil)
}
