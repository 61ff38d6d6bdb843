/// The standard streams of a process.
public enum OutputStreamName: String, Sendable, Hashable, Codable {
    /// Standard output.
    case standardOutput = "stdout"
    /// Standard error.
    case standardError = "stderr"
}
