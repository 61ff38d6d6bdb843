internal import ArgumentParser

/// Why a command could not do what it was asked to, and the code that the process ends with.
struct CommandFailure: Error, CustomStringConvertible {
    /// What could not be done, to what, and because of what.
    let description: String

    /// The code that the process ends with.
    let code: Int32

    /// Makes a failure.
    init(_ description: String, code: Int32) {
        self.description = description
        self.code = code
    }
}
