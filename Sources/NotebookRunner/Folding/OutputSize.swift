internal import JSON
internal import NotebookDocument

/// The sizes of outputs.
enum OutputSize {
    /// Returns a number of bytes with a unit, such as `10 MB`.
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
    /// The approximate size in bytes, without the text of a stream.
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
    /// The approximate size of the representations and their metadata in bytes.
    var size: Int { JSONValue.object(forms).size + JSONValue.object(metadata).size }
}

extension JSONValue {
    /// The approximate size of the value as text, in bytes.
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
