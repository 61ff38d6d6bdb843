internal import Glibc
internal import NotebookRunner
internal import Synchronization

/// Where the commands about notebooks write to; lines of several notebooks do not mix.
final class Terminal: Sendable {
    /// How progress is written there.
    let style: ProgressStyle

    /// Serialises writers.
    private let writing = Mutex(())

    /// Looks at the standard output.
    init(environment: [String: String]) {
        let isTerminal = isatty(STDOUT_FILENO) == 1 && environment["TERM"] != "dumb"
        let width = Self.columns() ?? environment["COLUMNS"].flatMap { Int($0) } ?? 80
        style = .suitingLocale(
            isTerminal: isTerminal, hasColors: environment["NO_COLOR"] == nil, width: width)
    }

    /// Writes a text to the standard output.
    func write(_ text: String) { write(text, to: STDOUT_FILENO) }

    /// Writes a line to the standard error: what keeps a command from doing its work.
    func complain(_ line: String) { write("unroll: \(line)\n", to: STDERR_FILENO) }

    /// Writes a text whole; where nobody reads it any longer, it is lost.
    private func write(_ text: String, to file: Int32) {
        writing.withLock { _ in
            var rest = Array(text.utf8)[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { return }
                rest = rest.dropFirst(count)
            }
        }
    }

    /// The number of columns of the terminal, where the standard output is one.
    private static func columns() -> Int? {
        var size = winsize()
        let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
        return isKnown && size.ws_col > 0 ? Int(size.ws_col) : nil
    }
}
