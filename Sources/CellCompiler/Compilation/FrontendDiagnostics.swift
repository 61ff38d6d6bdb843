internal import CellProtocol

/// The diagnostics in the output of `swift-frontend`.
struct FrontendDiagnostics {
    /// The diagnostics, with notes attached to the diagnostics that they explain.
    private(set) var diagnostics: [Diagnostic] = []

    /// Parses lines of the form `file:line:column: severity: message`; other lines belong to the
    /// preceding one.
    init(parsing output: String) {
        for line in output.split(separator: "\n") {
            guard let diagnostic = Self.diagnostic(in: line) else { continue }
            if diagnostic.severity == .note, let last = diagnostics.indices.last {
                diagnostics[last].notes.append(diagnostic)
            } else {
                diagnostics.append(diagnostic)
            }
        }
    }

    /// Parses a line as a diagnostic.
    private static func diagnostic(in line: Substring) -> Diagnostic? {
        let severities: [Diagnostic.Severity] = [.error, .warning, .note, .remark]
        for severity in severities {
            let mark = "\(severity.rawValue): "
            if line.hasPrefix(mark) {
                return Diagnostic(severity: severity, message: String(line.dropFirst(mark.count)))
            }
            guard let range = line.firstRange(of: ": " + mark) else { continue }
            let place = line[..<range.lowerBound].split(separator: ":")
            guard place.count >= 3, let line_ = Int(place[place.count - 2]),
                let column = Int(place[place.count - 1])
            else { continue }
            return Diagnostic(
                severity: severity, message: String(line[range.upperBound...]),
                file: place.dropLast(2).joined(separator: ":"), line: line_, column: column)
        }
        return nil
    }
}
