public import Display

/// The host of cell code: the process that runs it.
///
/// The worker installs a host that communicates with the kernel; without it, as in a script or a
/// test, values are printed as plain text.
public protocol CellHost: AnyObject, Sendable {
    /// Displays a bundle, under an ID if it may be replaced later.
    func display(_ bundle: MIMEBundle, id: String?)

    /// Replaces all displays that have an ID.
    func replaceDisplay(_ bundle: MIMEBundle, id: String)

    /// Clears the cell's outputs, at once or when the next output arrives.
    func clearOutput(waitsForNext: Bool)

    /// Shows the value that the cell ended in.
    ///
    /// - Parameter type: the type as source code can write it; nil, where it cannot.
    func showResult(_ bundle: MIMEBundle, type: String?)

    /// The keeping of the cell's result for later cells, or nil if it is not kept.
    var resultKeeping: ResultKeeping? { get }

    /// Sends a message on a comm.
    func send(_ signal: CommSignal)

    /// Lets what is printed and shown from now on appear in an output area; nil ends the last such
    /// redirection.
    ///
    /// - Parameter clears: whether what stands in the area goes when something arrives.
    func redirectOutput(to area: String?, clears: Bool)

    /// Returns the line that the user enters at a prompt, or `nil` at the end of input.
    func readLine(prompt: String, isPassword: Bool) -> String?

    /// Returns a new ID, unique in the session.
    func makeDisplayID() -> String

    /// The maximum number of characters shown of a value; longer texts are cut in the middle.
    var shownLength: Int { get }

    /// Indicates whether the user sees replaced displays while a cell runs.
    var showsProgress: Bool { get }

    /// Indicates whether the user has interrupted the cell.
    var isInterruptionRequested: Bool { get }

    /// Reports that an asynchronous cell has run to its end, and is about to call `exit`.
    func cellDidEnd()

    /// Reports that the cell's code has checked for an interrupt and ends by itself.
    func acknowledgeInterruption()
}

extension CellHost {
    /// Nobody listens.
    public func send(_ signal: CommSignal) {}

    /// Everything appears in one place.
    public func redirectOutput(to area: String?, clears: Bool) {}

    /// None is kept.
    public var resultKeeping: ResultKeeping? { nil }

    /// The default: a few pages.
    public var shownLength: Int { 10_000 }

    /// The default, since Jupyter clients do.
    public var showsProgress: Bool { true }
}
