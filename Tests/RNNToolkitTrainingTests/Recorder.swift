import CellRuntime
import Display
import Synchronization

/// A host that records displays, and reports an interrupt after a number of queries.
final class Recorder: CellHost {
    /// The recorded calls.
    struct State {
        /// The displays and their replacements.
        var shown: [(bundle: MIMEBundle, id: String?, isReplacement: Bool)] = []
        /// The number of queries for an interrupt.
        var questions = 0
        /// The number of acknowledgements.
        var acknowledgements = 0
    }

    /// The recorded calls.
    private let state = Mutex(State())

    /// The query from which on an interrupt is reported, or `nil` for never.
    private let firstYes: Int?

    /// Creates a host.
    init(interruptingAt firstYes: Int? = nil) { self.firstYes = firstYes }

    /// The calls recorded so far.
    var record: State { state.withLock { $0 } }

    /// The final text of the display, on one line.
    var text: String {
        (record.shown.last?.bundle.plainText ?? "").split(separator: "\n").joined(separator: " ")
    }

    func display(_ bundle: MIMEBundle, id: String?) {
        state.withLock { $0.shown.append((bundle, id, false)) }
    }

    func replaceDisplay(_ bundle: MIMEBundle, id: String) {
        state.withLock { $0.shown.append((bundle, id, true)) }
    }

    func clearOutput(waitsForNext: Bool) {}

    func showResult(_ bundle: MIMEBundle, type: String?) {}

    func readLine(prompt: String, isPassword: Bool) -> String? { nil }

    func makeDisplayID() -> String { "only" }

    var isInterruptionRequested: Bool {
        state.withLock { state in
            state.questions += 1
            return firstYes.map { state.questions >= $0 } ?? false
        }
    }

    func cellDidEnd() {}

    func acknowledgeInterruption() { state.withLock { $0.acknowledgements += 1 } }
}
