internal import JSON
internal import NotebookDocument

extension CellOutput {
    /// A short description of the output for error messages.
    var summary: String {
        switch content {
        case .stream(let name, let text): "the text \(Difference.quoted(text)) on \(name)"
        case .display(let data): "a display of \(data.forms.keys.sorted().joined(separator: ", "))"
        case .result(let data, _):
            "a result of \(data.forms.keys.sorted().joined(separator: ", "))"
        case .error(let name, let value, _): "the error \(name): \(Difference.shortened(value))"
        case .other: "an output of a kind that is not known"
        }
    }
}
