/// The report of errors in callbacks that code has caused by setting a value, where nothing can be
/// thrown.
enum CallbackFailure {
    // Unchecked: only the thread that runs cells comes here.
    /// The first error since the callback under way began.
    private nonisolated(unsafe) static var noted: (any Error)?

    // Unchecked: as above.
    /// The number of callbacks under way, each caused by the one before.
    private nonisolated(unsafe) static var depth = 0

    /// Runs a callback, and throws what went wrong in it or in those that it caused.
    static func rethrowing<Result>(_ callback: () throws -> Result) throws -> Result {
        depth += 1
        defer { depth -= 1 }
        let result = try callback()
        guard let error = noted else { return result }
        noted = nil
        throw error
    }

    /// Notes an error: the callback under way fails with it, or the cell where there is none.
    static func note(_ error: any Error) {
        guard depth > 0 else { fatalError("a callback failed: \(error)") }
        if noted == nil { noted = error }
    }
}
