/// A failure of a cell that the worker process could report itself.
public enum CellFailure: Codable, Sendable, Hashable {
    /// An error reached the top level; the frames are the calls at the throw, the innermost first.
    case uncaughtError(type: String, description: String, frames: [CrashReport.Frame])
    /// The cell called `exit` with this code.
    case exited(code: Int32)
    /// The cell's object could not be loaded, for this reason.
    case notLoadable(reason: String)
    /// The cell requested input although no client can provide it.
    case inputRefused
    /// The limit of a resource was lowered for good, so that the process could end at any time.
    case limitLowered(resource: String)
}
