internal import CellProtocol
internal import Processes

/// A worker process that keeps the state after a cell.
struct WorkerLink: Sendable {
    /// The process.
    var process: ProcessHandle

    /// The channel to the process.
    let line: MessageChannel<WorkerCommand, WorkerEvent>
}
