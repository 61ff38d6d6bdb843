internal import JSON

/// The rows of a sweep: one JSON object with parameters per line, indexed by line.
public struct SweepRows: Sendable {
    /// The parameters of each row.
    public let rows: [[NotebookParameter]]

    /// Parses rows; empty lines are not counted.
    ///
    /// - Throws: `ParameterError` with the line.
    public init(_ text: String, source: String) throws(ParameterError) {
        var rows: [[NotebookParameter]] = []
        for (index, line) in text.split(whereSeparator: \.isNewline).enumerated() {
            let place = "\(source), line \(index + 1)"
            guard let value = try? JSONValue(parsing: String(line)), case .object = value else {
                throw .unreadable(source: place, problem: "it is no JSON object")
            }
            rows.append(try ParameterText(String(line), source: place).parameters)
        }
        self.rows = rows
    }

    /// Returns indices in the format of Slurm's `--array`, such as `3,17,40-44`.
    public static func ranges(_ indices: [Int]) -> String {
        var parts: [(first: Int, last: Int)] = []
        for index in indices.sorted() {
            if let last = parts.last, last.last + 1 == index {
                parts[parts.count - 1].last = index
            } else {
                parts.append((index, index))
            }
        }
        return parts.map { $0.first == $0.last ? "\($0.first)" : "\($0.first)-\($0.last)" }
            .joined(separator: ",")
    }
}
