internal import Display
internal import NotebookRunner
internal import Synchronization

/// The display of a run's progress, which updates the time of the running cell on a terminal.
///
/// A notebook that runs by itself has a line for each of its cells. Of several, each has a row while
/// it runs, and only failures and warnings have lines.
final class LiveProgress: Sendable {
    /// The running cell and its start.
    private struct Current {
        /// The source of the cell.
        let report: CellReport
        /// The time of its start.
        let start: ContinuousClock.Instant
    }

    /// The terminal.
    private let terminal: Terminal

    /// The converter of events to lines.
    private let text: ProgressText

    /// The key of the notebook's row among those of others, or `nil` if it runs by itself.
    private let row: Int?

    /// The running cell.
    private let current = Mutex<Current?>(nil)

    /// The task that updates the time.
    private let clock = Mutex<Task<Void, Never>?>(nil)

    /// Creates a display.
    ///
    /// - Parameters:
    ///   - label: the text before each line, which is empty for a notebook that runs by itself.
    ///   - row: the number of the notebook.
    init(terminal: Terminal, label: String, row: Int) {
        self.terminal = terminal
        self.row = label.isEmpty ? nil : row
        text = ProgressText(style: terminal.style, label: label)
        guard terminal.style.isTerminal else { return }
        let task = Task { [weak self] in
            while (try? await Task.sleep(for: .milliseconds(100))) != nil { self?.tick() }
        }
        clock.withLock { $0 = task }
    }

    /// Writes a temporary line before the run, if lines can be overwritten.
    func announce(_ words: String) {
        guard terminal.style.isTerminal else { return }
        // A line that wraps could not be cleared.
        let line = words.elided(to: terminal.style.width - 1)
        guard let row else { return terminal.write(line) }
        terminal.setRow(row, to: line)
    }

    /// Writes a title.
    func begin(_ title: String) {
        if row == nil { terminal.write("\(terminal.style.lineStart)\(title)\n") }
    }

    /// Writes an event.
    func show(_ event: RunEvent) {
        current.withLock { current in
            switch event {
            case .began(let report): current = Current(report: report, start: .now)
            case .ended: current = nil
            case .warning: break
            }
            guard let row, terminal.style.isTerminal else {
                return terminal.write(text.text(for: event))
            }
            switch event {
            case .began(let report): terminal.setRow(row, to: text.row(report, for: .zero))
            case .ended(let report) where !report.status.isFailure: break
            case .ended, .warning: terminal.write(text.text(for: event))
            }
        }
    }

    /// Stops the updates, and clears the temporary line.
    func end() {
        clock.withLock { $0?.cancel() }
        current.withLock { current in
            current = nil
            guard let row else { return terminal.write(terminal.style.lineStart) }
            if terminal.style.isTerminal { terminal.setRow(row, to: nil) }
        }
    }

    /// Writes the running cell's line again.
    private func tick() {
        current.withLock { current in
            guard let current else { return }
            let duration = ContinuousClock.now - current.start
            if let row {
                terminal.setRow(row, to: text.row(current.report, for: duration))
            } else {
                terminal.write(text.running(current.report, for: duration))
            }
        }
    }
}
