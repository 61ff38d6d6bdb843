/// What the kernel tells a worker process.
public enum WorkerCommand: Codable, Sendable {
    /// Run a cell. With it comes the line of the process that is forked to run it.
    case run(CellRun)
    /// What the cell has put out so far has been passed on; the cell may go on.
    case proceed
    /// The line that the person entered, or nothing at the end of input.
    case line(String?)
    /// There is nobody who could enter a line: the cell fails.
    case refuseInput
    /// End quietly: nobody will come back to the state that the process keeps.
    case leave
}
