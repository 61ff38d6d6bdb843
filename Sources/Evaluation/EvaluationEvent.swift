public import Display

/// An event during the evaluation of a cell.
public enum EvaluationEvent: Sendable, Hashable {
    /// Text was written to a standard stream.
    case text(String, to: OutputStreamName)

    /// A value is displayed; with an ID, it can be replaced later.
    case display(MIMEBundle, id: String?)

    /// All displays with an ID are replaced.
    case replaceDisplay(MIMEBundle, id: String)

    /// The cell's outputs are cleared, at once or when the next output arrives.
    case clearOutput(waitsForNext: Bool)

    /// The value of the cell's last expression.
    case result(MIMEBundle)

    /// Something is said on a comm.
    case comm(CommSignal)

    /// What follows belongs into the output area of an id; nil ends the last such redirection.
    case redirect(area: String?, clears: Bool)

    /// Text is shown in a pager beside the notebook, such as a page of help.
    case page(MIMEBundle)

    /// A source is inserted as the next cell, or replaces this one.
    case nextInput(String, replacesCell: Bool)
}

/// The standard streams of a process.
public enum OutputStreamName: String, Sendable, Hashable, Codable {
    /// Standard output.
    case standardOutput = "stdout"
    /// Standard error.
    case standardError = "stderr"
}

/// An observer of a cell's evaluation, which also answers requests for input.
public protocol EvaluationObserver: Sendable {
    /// Receives an event; events arrive in the order in which they happened.
    ///
    /// Must return quickly, because the evaluation waits for it.
    func observe(_ event: EvaluationEvent)

    /// Requests a line of input from the user.
    ///
    /// - Returns: the line without its line end, or `nil` if the input has ended or is not
    ///   available.
    func line(at prompt: InputPrompt) async -> String?
}

/// The prompt of a request for input.
public struct InputPrompt: Sendable, Hashable {
    /// The text before the input field; it may be empty.
    public var text: String

    /// Indicates whether the input is hidden.
    public var isPassword: Bool

    /// Creates a prompt.
    public init(text: String, isPassword: Bool = false) {
        self.text = text
        self.isPassword = isPassword
    }
}
