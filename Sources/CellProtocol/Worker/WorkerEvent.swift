public import Display

/// An event that a worker process reports to the kernel.
public enum WorkerEvent: Codable, Sendable {
    /// The process with this ID is ready for a command; some assumptions do not hold.
    case ready(process: Int32, givenUp: [RuntimeAssumption])
    /// The process was forked to run a cell, or runs it itself because threads of earlier cells are
    /// alive.
    case started(process: Int32, isInPlace: Bool)
    /// The cell displays a value, and waits for `proceed`.
    case display(MIMEBundle, id: String?)
    /// The cell replaces displays, and waits for `proceed`.
    case replaceDisplay(MIMEBundle, id: String)
    /// The cell clears its outputs, and waits for `proceed`.
    case clearOutput(waitsForNext: Bool)
    /// The cell ended in an expression of this value, and of this type where that can be written; wants
    /// to be told to proceed.
    case result(MIMEBundle, type: String?)
    /// Say something on a comm; wants to be told to proceed.
    case comm(CommSignal)
    /// Later output belongs into an output area, or nil ends the last such redirection; the worker
    /// waits for an acknowledgement.
    case redirect(area: String?, clears: Bool)
    /// The cell wants a line of input.
    case readLine(prompt: String, isPassword: Bool)
    /// The cell has run to its end, with this number of live threads.
    case finished(threads: Int, wasInterrupted: Bool)
    /// The cell has failed in a way that the process could report; the process ends.
    case failed(CellFailure)
    /// The process that was forked to run a cell, or that ran later cells, has ended.
    case childEnded(waitStatus: Int32, crash: CrashReport?)
}
