public import Display

/// What a worker process tells the kernel.
public enum WorkerEvent: Codable, Sendable {
    /// The process, of this number, is there and waits for a command.
    case ready(process: Int32)
    /// The process was forked to run a cell, or runs it itself because threads of earlier cells are
    /// alive.
    case started(process: Int32, isInPlace: Bool)
    /// Show something; wants to be told to proceed.
    case display(MIMEBundle, id: String?)
    /// Replace what is shown; wants to be told to proceed.
    case replaceDisplay(MIMEBundle, id: String)
    /// Clear what the cell has shown; wants to be told to proceed.
    case clearOutput(waitsForNext: Bool)
    /// The cell ended in an expression of this value; wants to be told to proceed.
    case result(MIMEBundle)
    /// The cell wants a line of input.
    case readLine(prompt: String, isPassword: Bool)
    /// The cell ran to its end; so many threads are alive.
    case finished(threads: Int, wasInterrupted: Bool)
    /// The cell failed in a way that the process could still describe; it ends now.
    case failed(CellFailure)
    /// The process that was forked to run a cell, or that ran later cells, has ended.
    case childEnded(waitStatus: Int32, crash: CrashReport?)
}
