/// A kernel's note of its latest cell in a file beside the connection file, which outlives it.
///
/// A kernel that is killed loses the messages it has not sent yet. A runner that has sent several
/// cells learns from the note which of them was running.
public struct CellRecord: Sendable, Hashable {
    /// The state of a cell.
    public enum State: String, Sendable, Hashable {
        /// The cell is running.
        case running
        /// The cell has succeeded.
        case succeeded
        /// The cell has failed.
        case failed
    }

    /// The request to run the cell.
    public let request: MessageID

    /// The state of the cell.
    public let state: State

    /// The name of the file.
    public static let fileName = "cell"

    /// The size of the file in bytes, so that a note replaces the one before completely.
    private static let size = 256

    /// Creates a note.
    public init(request: MessageID, state: State) {
        self.request = request
        self.state = state
    }

    /// Parses the bytes of the file; returns `nil` if they are not a note.
    public init?(bytes: [UInt8]) {
        let line = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
        let words = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        guard bytes.contains(0x0A), words.count == 2, !words[1].isEmpty,
            let state = State(rawValue: String(words[0]))
        else { return nil }
        self.init(request: MessageID(rawValue: String(words[1])), state: state)
    }

    /// The bytes of the file; only line ends if the request's ID does not fit or contains a line end.
    public var bytes: [UInt8] {
        let line = Array("\(state.rawValue) \(request.rawValue)".utf8)
        guard line.count < Self.size, !line.contains(0x0A) else {
            return [UInt8](repeating: 0x0A, count: Self.size)
        }
        return line + [UInt8](repeating: 0x0A, count: Self.size - line.count)
    }
}
