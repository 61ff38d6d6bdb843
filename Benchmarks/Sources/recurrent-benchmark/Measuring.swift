import CBenchmarkBLAS
import Glibc

/// The clock of the measurements: wall time, or processor time with `--processor-time`.
let measuringClock =
    CommandLine.arguments.contains("--processor-time")
    ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC

/// Returns the time of the measuring clock in seconds.
func now() -> Double {
    var time = timespec()
    clock_gettime(measuringClock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// Returns the median time of several runs, each of at least a few milliseconds.
func medianTime(of runs: Int, _ work: () throws -> Void) rethrows -> Double {
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

/// Returns the rate of OpenBLAS on matrices of 1024 rows, on one thread, in 10⁹ operations per
/// second.
func productRate(isDouble: Bool, runs: Int) -> Double {
    let n = 1024
    openblas_set_num_threads(1)
    let size = Int32(n)
    if isDouble {
        let a = (0..<n * n).map { Double($0 % 97) / 97 }
        var c = [Double](repeating: 0, count: n * n)
        let seconds = medianTime(of: runs) {
            cblas_dgemm(
                CblasRowMajor, CblasNoTrans, CblasNoTrans, size, size, size, 1, a, size, a, size,
                0, &c, size)
        }
        return 2e-9 * Double(n * n * n) / seconds
    }
    let a = (0..<n * n).map { Float($0 % 97) / 97 }
    var c = [Float](repeating: 0, count: n * n)
    let seconds = medianTime(of: runs) {
        cblas_sgemm(
            CblasRowMajor, CblasNoTrans, CblasNoTrans, size, size, size, 1, a, size, a, size, 0,
            &c, size)
    }
    return 2e-9 * Double(n * n * n) / seconds
}

/// Returns the peak memory of this process in kB.
func peakMemory() -> Int {
    guard let file = fopen("/proc/self/status", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, 256, file) != nil {
        let text = String(
            decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard text.hasPrefix("VmHWM:") else { continue }
        return Int(text.filter(\.isNumber)) ?? 0
    }
    return 0
}
