internal import JupyterClient
internal import NotebookRunner

/// The codes with which the commands about notebooks end; the highest of several counts.
enum ExitStatus {
    /// Everything went as it should.
    static let success: Int32 = 0
    /// A cell failed.
    static let cellError: Int32 = 1
    /// What was asked for, or a notebook, is not right.
    static let badInput: Int32 = 2
    /// The outputs are not those that were stored.
    static let mismatch: Int32 = 3
    /// A cell, or all of them together, took too long.
    static let timeout: Int32 = 4
    /// A kernel could not be started.
    static let noKernel: Int32 = 5
    /// A kernel ended before its last cell did; the number is that of papermill.
    static let kernelDied: Int32 = 138

    /// Returns the code for a process that was asked to end by a signal.
    static func stopped(by signal: Int32) -> Int32 { 128 + signal }

    /// Returns the code for a run that ended so; a run that was stopped knows not by which signal.
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
