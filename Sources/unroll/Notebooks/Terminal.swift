internal import Glibc
internal import NotebookRunner
internal import Synchronization

/// The output of the commands about notebooks, in which lines of several notebooks do not mix.
final class Terminal: Sendable {
    /// The style of progress.
    let style: ProgressStyle

    /// A lock that serializes writers.
    private let writing = Mutex(())

    /// Creates the output for the properties of standard output.
    init(environment: [String: String]) {
        let isTerminal = isatty(STDOUT_FILENO) == 1 && environment["TERM"] != "dumb"
        let width = Self.columns() ?? environment["COLUMNS"].flatMap { Int($0) } ?? 80
        style = .suitingLocale(
            isTerminal: isTerminal, hasColors: environment["NO_COLOR"] == nil, width: width)
    }

    /// Writes a text to standard output.
    func write(_ text: String) { write(text, to: STDOUT_FILENO) }

    /// Writes an error message to standard error.
    func complain(_ line: String) { write("unroll: \(line)\n", to: STDERR_FILENO) }

    /// Writes a text completely; if the reader has gone, it is lost.
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

    /// Returns the number of columns of the terminal, or `nil` if standard output is not one.
    private static func columns() -> Int? {
        var size = winsize()
        let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
        return isKnown && size.ws_col > 0 ? Int(size.ws_col) : nil
    }
}
