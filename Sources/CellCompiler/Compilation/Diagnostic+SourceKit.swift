internal import CellProtocol
internal import JSON

extension Diagnostic {
    /// Decodes a diagnostic from sourcekitd.
    init?(sourceKit value: JSONValue) {
        guard let message = value["key.description"]?.string else { return nil }
        let severity = value["key.severity"]?.string?.split(separator: ".").last.map(String.init)
        self.init(
            severity: severity.flatMap(Severity.init(rawValue:)) ?? .note,
            identifier: value["key.id"]?.string ?? "",
            message: message,
            file: value["key.filepath"]?.string ?? "",
            line: value["key.line"]?.int ?? 0,
            column: value["key.column"]?.int ?? 0,
            spans: (value["key.ranges"]?.array ?? []).compactMap(Span.init(sourceKit:)),
            notes: (value["key.diagnostics"]?.array ?? [])
                .compactMap(Diagnostic.init(sourceKit:)),
            fixIts: (value["key.fixits"]?.array ?? []).compactMap(FixIt.init(sourceKit:)))
    }
}

extension Diagnostic.Span {
    /// Decodes a range from sourcekitd.
    fileprivate init?(sourceKit value: JSONValue) {
        guard let offset = value["key.offset"]?.int, let length = value["key.length"]?.int else {
            return nil
        }
        self.init(offset: offset, length: length)
    }
}

extension Diagnostic.FixIt {
    /// Decodes a fix-it from sourcekitd.
    fileprivate init?(sourceKit value: JSONValue) {
        guard let span = Diagnostic.Span(sourceKit: value),
            let replacement = value["key.sourcetext"]?.string
        else { return nil }
        self.init(span: span, replacement: replacement)
    }
}
