internal import Processes

/// The environment of new workers.
enum WorkerEnvironment {
    /// The variables that are set until a worker has started.
    ///
    /// - OpenBLAS would start threads when it is loaded, and threads do not survive a fork.
    /// - The runtime's own backtraces would be printed beside the error that Unroll shows.
    /// - Huge pages for large arrays make a fork with a gigabyte of them twenty times faster.
    private static let temporary = [
        "OPENBLAS_NUM_THREADS": "1", "SWIFT_BACKTRACE": "enable=no",
        "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1",
    ]

    /// The prefix under which the user's own values are kept for the worker, which restores them;
    /// an empty value means that the variable was not set.
    private static let keptPrefix = "UNROLL_KEPT_"

    /// Returns this process's environment with the variables that workers need, and with a folder
    /// for temporary files that is removed with the session.
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
