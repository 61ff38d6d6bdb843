/// A command of the kernel to a worker process.
public enum WorkerCommand: Codable, Sendable {
    /// Runs a cell; the frame carries the channel of the process that is forked to run it.
    case run(CellRun)
    /// Lets the cell continue after its output so far has been passed on.
    case proceed
    /// Returns the line that the user entered, or `nil` at the end of input.
    case line(String?)
    /// Lets the cell fail because no client can provide input.
    case refuseInput
    /// The copy leaves, and the process that was forked from it takes its place.
    case adopt(process: Int32)
    /// Forks a process that keeps the state of this one; the frame carries its channel, standard
    /// output and standard error.
    case branch
    /// Ends the process, because its state is no longer needed.
    case leave
}
