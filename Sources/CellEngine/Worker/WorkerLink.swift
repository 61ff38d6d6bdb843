internal import CellProtocol
internal import Processes

/// A worker process that keeps the state after a cell.
struct WorkerLink: Sendable {
    /// A number that no other process of the session has.
    let generation: Int

    /// The process.
    var process: ProcessHandle

    /// The line to it.
    let line: MessageChannel<WorkerCommand, WorkerEvent>
}
