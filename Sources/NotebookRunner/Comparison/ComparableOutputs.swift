internal import NotebookDocument

/// The outputs of a cell in a form in which two runs can be compared.
struct ComparableOutputs {
    /// All outputs except standard error, with adjacent text of a stream merged.
    private(set) var ordered: [CellOutput] = []

    /// All text written to standard error.
    private(set) var standardError = ""

    /// Sorts the outputs of a cell.
    init(_ outputs: [CellOutput]) {
        var error = StreamText()
        var stream: (name: String, text: StreamText)?
        for output in outputs {
            switch output.content {
            case .stream("stderr", let text):
                error.append(text)
            case .stream(let name, let text):
                if name != stream?.name { flush(&stream) }
                var whole = stream?.text ?? StreamText()
                whole.append(text)
                stream = (name, whole)
            default:
                flush(&stream)
                ordered.append(output)
            }
        }
        standardError = error.text
        flush(&stream)
    }

    /// Adds the completed text of a stream.
    private mutating func flush(_ stream: inout (name: String, text: StreamText)?) {
        guard let (name, text) = stream else { return }
        ordered.append(CellOutput(.stream(name: name, text: text.text)))
        stream = nil
    }
}
