internal import JupyterClient
internal import NotebookRunner

/// The exit codes of the commands about notebooks; of several, the most severe applies.
enum ExitStatus {
    /// Everything succeeded.
    static let success: Int32 = 0
    /// Reports the error of a cell.
    static let cellError: Int32 = 1
    /// The arguments or a notebook are invalid.
    static let badInput: Int32 = 2
    /// The outputs differ from the stored ones.
    static let mismatch: Int32 = 3
    /// A cell, or all of them together, exceeded the time limit.
    static let timeout: Int32 = 4
    /// A kernel could not be started.
    static let noKernel: Int32 = 5
    /// A result could not be saved to its path, and was saved elsewhere.
    static let savedElsewhere: Int32 = 6
    /// A kernel ended before its last cell did; the code is that of papermill.
    static let kernelDied: Int32 = 138

    /// Returns the code for a process that was stopped by a signal.
    static func stopped(by signal: Int32) -> Int32 { 128 + signal }

    /// The codes from the least to the most severe; a signal that stopped everything is more
    /// severe.
    private static let ranking = [
        success, mismatch, savedElsewhere, cellError, timeout, kernelDied, noKernel, badInput,
    ]

    /// Returns the most severe of some codes, so that a difference does not hide an error.
    static func worst(of statuses: some Sequence<Int32>) -> Int32 {
        statuses.max { rank(of: $0) < rank(of: $1) } ?? success
    }

    /// Returns the severity of a code.
    private static func rank(of status: Int32) -> Int {
        ranking.firstIndex(of: status) ?? ranking.count
    }

    /// The meanings of the codes, for the help of the commands.
    static let table = """
        Ends with the gravest of these, the least grave first:
          0    every cell ran to its end, and nothing differs
          3    something differs (unroll test) or was found (unroll check)
          6    a result could not be saved where it should; it is said where it stands
          1    a cell failed
          4    a cell, or all of them together, took too long
          138  a kernel ended before its last cell did
          5    a kernel could not be started
          2    the command line, a notebook or a parameter is not right
          130, 143  stopped by SIGINT or SIGTERM
        """

    /// Returns the code for the ending of a run; the signal is needed for a run that was stopped.
    static func of(_ ending: RunEnding, signal: Int32) -> Int32 {
        switch ending {
        case .passed: success
        case .failed: cellError
        case .timedOut: timeout
        case .died: kernelDied
        case .stopped: stopped(by: signal)
        }
    }

    /// Returns the code for a kernel that could not be started.
    static func of(_ error: JupyterClientError) -> Int32 {
        switch error {
        case .unknownKernel, .invalidKernelSpecification: badInput
        case .missingProgram, .setupFailed, .endedAtStart, .notReady: noKernel
        }
    }
}
