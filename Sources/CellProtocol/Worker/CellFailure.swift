/// A failure that a worker process could still describe.
public enum CellFailure: Codable, Sendable, Hashable {
    /// An error reached the top level: the name of its type, its description, and the calls that it
    /// was thrown from, the innermost first.
    case uncaughtError(type: String, description: String, frames: [CrashReport.Frame])
    /// The cell called `exit` with this code.
    case exited(code: Int32)
    /// The cell's object could not be loaded, because of this.
    case notLoadable(reason: String)
    /// The cell asked for input that nobody can give.
    case inputRefused
}
