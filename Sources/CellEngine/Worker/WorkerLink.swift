internal import CellProtocol
internal import Processes

/// A worker process that keeps the state after a cell.
struct WorkerLink: Sendable {
    /// The number of the process, unique in the session.
    let generation: Int

    /// The process.
    var process: ProcessHandle

    /// The channel to the process.
    let line: MessageChannel<WorkerCommand, WorkerEvent>
}
