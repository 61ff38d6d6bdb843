internal import Processes

/// The environment in which workers are started.
enum WorkerEnvironment {
    /// What is set until the worker has started, and the reason.
    ///
    /// - OpenBLAS would start threads when it is loaded, and threads do not survive a fork.
    /// - The runtime's own backtraces would be printed beside the error that Unroll shows.
    /// - Large arrays in huge pages make a fork with a gigabyte of them twenty times faster.
    private static let temporary = [
        "OPENBLAS_NUM_THREADS": "1", "SWIFT_BACKTRACE": "enable=no",
        "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1",
    ]

    /// Stands before the names under which the person's own values are kept for the worker, which
    /// puts them back; an empty one stands for none.
    private static let keptPrefix = "UNROLL_KEPT_"

    /// Returns this process's environment with what workers need, and with a place for temporary
    /// files that goes with the session.
    static func make(temporaryFolder: String) -> [String: String] {
        var result = ProcessEnvironment.variables
        result["TMPDIR"] = temporaryFolder
        for (name, value) in temporary {
            result[keptPrefix + name] = result[name] ?? ""
            result[name] = value
        }
        return result
    }
}
