/// The last lines of what a process writes.
struct OutputTail: Sendable {
    /// How many lines are kept.
    private static let lineCount = 20

    /// How many bytes are kept; more than anybody wants to read of some lines.
    private static let byteCount = 16_384

    /// The last bytes.
    private var bytes: [UInt8] = []

    /// Adds what was written.
    mutating func append(_ piece: [UInt8]) {
        bytes += piece
        if bytes.count > 2 * Self.byteCount { bytes.removeFirst(bytes.count - Self.byteCount) }
    }

    /// The last lines, without empty ones.
    var lines: [String] {
        bytes.suffix(Self.byteCount).split(separator: 0x0A)
            .map { String(decoding: $0, as: UTF8.self) }
            .filter { !$0.allSatisfy(\.isWhitespace) }
            .suffix(Self.lineCount)
    }
}
