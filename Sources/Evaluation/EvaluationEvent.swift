public import Display

/// Something that happens while a cell is evaluated.
public enum EvaluationEvent: Sendable, Hashable {
    /// Text was written to one of the standard streams.
    case text(String, to: OutputStreamName)

    /// Something is to be shown; the id, where there is one, lets it be replaced later.
    case display(MIMEBundle, id: String?)

    /// What is shown under an id is to be replaced, wherever it stands.
    case replaceDisplay(MIMEBundle, id: String)

    /// What the cell has shown is to be cleared, at once or when the next output arrives.
    case clearOutput(waitsForNext: Bool)

    /// The cell ended in an expression, and this is its value.
    case result(MIMEBundle)

    /// Text is to be shown beside the notebook, such as a page of help.
    case page(MIMEBundle)

    /// A source for the person's next cell, or instead of this one.
    case nextInput(String, replacesCell: Bool)
}
