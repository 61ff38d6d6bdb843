internal import Glibc
internal import NotebookRunner
internal import Synchronization

/// The output of the commands about notebooks, in which lines of several notebooks do not mix.
final class Terminal: Sendable {
    /// The style of progress.
    let style: ProgressStyle

    /// The rows of running notebooks, whose lock also serializes writers.
    private let rows: Mutex<LiveRows>

    /// Indicates whether GitHub obeys commands in the output.
    private let obeysCommands: Bool

    /// Creates the output for the properties of standard output.
    init(environment: [String: String]) {
        let isTerminal = isatty(STDOUT_FILENO) == 1 && environment["TERM"] != "dumb"
        let size = Self.size()
        let width = size?.columns ?? environment["COLUMNS"].flatMap { Int($0) } ?? 80
        rows = Mutex(LiveRows(limit: (size?.rows ?? 24) - 1))
        obeysCommands = environment["GITHUB_ACTIONS"] == "true"
        style = .suitingLocale(
            isTerminal: isTerminal, hasColors: environment["NO_COLOR"] == nil, width: width)
    }

    /// Writes a text to standard output.
    ///
    /// The text of a notebook never becomes a command to GitHub.
    func write(_ text: String) { write(text, to: STDOUT_FILENO) }

    /// Writes commands to GitHub to standard output, if GitHub reads it.
    func write(_ annotations: WorkflowAnnotations) {
        guard obeysCommands else { return }
        rows.withLock { _ in Self.write(annotations.text, to: STDOUT_FILENO) }
    }

    /// Writes an error message to standard error.
    func complain(_ line: String) { write("unroll: \(line)\n", to: STDERR_FILENO) }

    /// Sets the row of a running notebook below everything else, or removes it; only for terminals.
    func setRow(_ key: Int, to text: String?) {
        rows.withLock { rows in
            rows.set(text, for: key)
            Self.write(rows.erasing() + rows.drawing(), to: STDOUT_FILENO)
        }
    }

    /// Writes a text above the rows of running notebooks.
    private func write(_ text: String, to file: Int32) {
        guard !text.isEmpty else { return }
        let text = obeysCommands ? WorkflowAnnotations.disarmed(text) : text
        rows.withLock { rows in
            Self.write(rows.erasing(), to: STDOUT_FILENO)
            Self.write(text, to: file)
            Self.write(rows.drawing(), to: STDOUT_FILENO)
        }
    }

    /// Writes a text completely; if the reader has gone, it is lost.
    private static func write(_ text: String, to file: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Returns the size of the terminal, or `nil` if standard output is not one.
    private static func size() -> (columns: Int, rows: Int)? {
        var size = winsize()
        let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
        return isKnown && size.ws_col > 0 ? (Int(size.ws_col), Int(size.ws_row)) : nil
    }
}
