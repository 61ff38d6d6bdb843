internal import JSON
internal import NotebookDocument

/// How much room outputs take.
enum OutputSize {
    /// A number of bytes in words, such as `10 MB`.
    static func text(_ bytes: Int) -> String {
        switch bytes {
        case ..<10_000: "\(bytes) bytes"
        case ..<1_000_000: "\(bytes / 1000) kB"
        default:
            bytes % 1_000_000 == 0
                ? "\(bytes / 1_000_000) MB" : "\(Double(bytes / 100_000) / 10) MB"
        }
    }
}

extension CellOutput.Content {
    /// About how many bytes the content has, but for the text of a stream.
    var size: Int {
        switch self {
        case .display(let data), .result(let data, _): data.size
        case .error(let name, let value, let traceback):
            name.utf8.count + value.utf8.count + traceback.reduce(0) { $0 + $1.utf8.count }
        case .stream, .other: 0
        }
    }
}

extension DisplayedData {
    /// About how many bytes the forms and what is known about them have.
    var size: Int { JSONValue.object(forms).size + JSONValue.object(metadata).size }
}

extension JSONValue {
    /// About how many bytes the value has as text.
    fileprivate var size: Int {
        switch self {
        case .null, .bool: 4
        case .number(let number): number.spelling.utf8.count
        case .string(let text): text.utf8.count
        case .array(let values): values.reduce(2) { $0 + $1.size + 1 }
        case .object(let object): object.reduce(2) { $0 + $1.0.utf8.count + $1.1.size + 4 }
        }
    }
}
