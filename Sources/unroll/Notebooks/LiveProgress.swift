internal import NotebookRunner
internal import Synchronization

/// The display of a run's progress, which updates the time of the running cell on a terminal.
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

    /// Indicates whether no other notebook writes lines.
    private let isAlone: Bool

    /// The running cell.
    private let current = Mutex<Current?>(nil)

    /// The task that updates the time.
    private let clock = Mutex<Task<Void, Never>?>(nil)

    /// Creates a display.
    init(terminal: Terminal, label: String) {
        self.terminal = terminal
        let style = terminal.style
        // Lines cannot be overwritten if several notebooks write.
        isAlone = label.isEmpty
        text = ProgressText(style: isAlone ? style : style.withoutOverwriting, label: label)
        guard style.isTerminal, isAlone else { return }
        let task = Task { [weak self] in
            while (try? await Task.sleep(for: .milliseconds(100))) != nil { self?.tick() }
        }
        clock.withLock { $0 = task }
    }

    /// Writes a temporary line before the run, if lines can be overwritten.
    func announce(_ words: String) {
        if isAlone, terminal.style.isTerminal { terminal.write(words) }
    }

    /// Writes a title.
    func begin(_ title: String) {
        if isAlone { terminal.write("\(terminal.style.lineStart)\(title)\n") }
    }

    /// Writes an event.
    func show(_ event: RunEvent) {
        current.withLock { current in
            switch event {
            case .began(let report): current = Current(report: report, start: .now)
            case .ended: current = nil
            case .warning: break
            }
            terminal.write(text.text(for: event))
        }
    }

    /// Stops the updates, and clears the temporary line.
    func end() {
        if isAlone { terminal.write(terminal.style.lineStart) }
        clock.withLock { $0?.cancel() }
    }

    /// Writes the running cell's line again.
    private func tick() {
        current.withLock { current in
            guard let current else { return }
            terminal.write(text.running(current.report, for: ContinuousClock.now - current.start))
        }
    }
}
