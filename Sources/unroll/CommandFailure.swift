internal import ArgumentParser

/// The error thrown when a command fails, with the exit code of the process.
struct CommandFailure: Error, CustomStringConvertible {
    /// The operation that failed, its subject and the cause.
    let description: String

    /// The exit code of the process.
    let code: Int32

    /// Creates a failure.
    init(_ description: String, code: Int32) {
        self.description = description
        self.code = code
    }
}
