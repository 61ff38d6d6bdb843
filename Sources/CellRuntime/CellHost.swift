public import Display

/// The process that runs cells, as their code reaches it.
///
/// The worker installs a host that speaks to the kernel; without one, as in a script or a test,
/// things are shown as plain text on standard output.
public protocol CellHost: AnyObject, Sendable {
    /// Shows something, under an id where it is to be replaced later.
    func display(_ bundle: MIMEBundle, id: String?)

    /// Replaces what is shown under an id, wherever it stands.
    func replaceDisplay(_ bundle: MIMEBundle, id: String)

    /// Clears what the cell has shown, at once or when the next output arrives.
    func clearOutput(waitsForNext: Bool)

    /// Shows the value that the cell ended in.
    func showResult(_ bundle: MIMEBundle)

    /// Returns the line that the person enters at a prompt, or nothing at the end of input.
    func readLine(prompt: String, isPassword: Bool) -> String?

    /// Returns an id for a display that no other display of the session has.
    func makeDisplayID() -> String

    /// How many characters of a value are shown; what is longer is cut in the middle.
    var shownLength: Int { get }

    /// Whether somebody sees what is replaced while a cell runs.
    var showsProgress: Bool { get }

    /// Whether the person has asked the cell to end.
    var isInterruptionRequested: Bool { get }

    /// Hears that an asynchronous cell has run to its end, and is about to call `exit`.
    func cellDidEnd()

    /// Hears that the cell's own code has noticed the request to end and returned what it had.
    func acknowledgeInterruption()
}

extension CellHost {
    /// A few pages.
    public var shownLength: Int { 10_000 }

    /// A client does.
    public var showsProgress: Bool { true }
}
