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
