import CellRuntime
import Display
import Synchronization

/// A host that notes what it is to show, and asks for an interruption after so many questions.
final class Recorder: CellHost {
    /// What has happened.
    struct State {
        /// What was shown, first and in its place.
        var shown: [(bundle: MIMEBundle, id: String?, isReplacement: Bool)] = []
        /// How often somebody asked whether the person wants the cell to end.
        var questions = 0
        /// How often somebody said that it has noticed.
        var acknowledgements = 0
    }

    /// What has happened.
    private let state = Mutex(State())

    /// The number of the question from which on the answer is yes; nil for never.
    private let firstYes: Int?

    /// Makes a host.
    init(interruptingAt firstYes: Int? = nil) { self.firstYes = firstYes }

    /// What has happened so far.
    var record: State { state.withLock { $0 } }

    /// The text that stands there in the end, on one line.
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

    func showResult(_ bundle: MIMEBundle) {}

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
