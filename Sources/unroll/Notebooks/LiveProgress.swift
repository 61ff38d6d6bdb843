internal import NotebookRunner
internal import Synchronization

/// Writes the progress of a run, and keeps the time of the running cell moving on a terminal.
final class LiveProgress: Sendable {
    /// The cell that runs, and since when.
    private struct Current {
        /// The cell.
        let report: CellReport
        /// When it began.
        let start: ContinuousClock.Instant
    }

    /// Where lines are written.
    private let terminal: Terminal

    /// What turns events into lines.
    private let text: ProgressText

    /// Whether no other notebook's lines come between.
    private let isAlone: Bool

    /// The cell that runs.
    private let current = Mutex<Current?>(nil)

    /// What keeps the time moving.
    private let clock = Mutex<Task<Void, Never>?>(nil)

    /// Begins to write.
    init(terminal: Terminal, label: String) {
        self.terminal = terminal
        let style = terminal.style
        // Lines of several notebooks cannot be written over one another.
        isAlone = label.isEmpty
        text = ProgressText(style: isAlone ? style : style.withoutOverwriting, label: label)
        guard style.isTerminal, isAlone else { return }
        let task = Task { [weak self] in
            while (try? await Task.sleep(for: .milliseconds(100))) != nil { self?.tick() }
        }
        clock.withLock { $0 = task }
    }

    /// Writes what is being done before the run, where it can be written over.
    func announce(_ words: String) {
        if isAlone, terminal.style.isTerminal { terminal.write(words) }
    }

    /// Writes what the lines after it are about.
    func begin(_ title: String) {
        if isAlone { terminal.write("\(terminal.style.lineStart)\(title)\n") }
    }

    /// Writes what happens.
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

    /// Stops the time, and leaves a line that may be written over.
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
