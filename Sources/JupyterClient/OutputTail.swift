/// The last lines of a process's output.
struct OutputTail: Sendable {
    /// The maximum number of lines.
    private static let lineCount = 20

    /// The maximum number of bytes.
    private static let byteCount = 16_384

    /// The last bytes.
    private var bytes: [UInt8] = []

    /// Appends output.
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
