import CellRuntime
import Display
import JSON
import Synchronization

/// A host that records what widgets send and show.
final class RecordingHost: CellHost {
    private let noted = Mutex<[String]>([])
    private let signals = Mutex<[CommSignal]>([])

    /// What has been said and shown since this was asked for last: states of widgets that are opened,
    /// changes, and the text of what is shown.
    func news() -> [String] {
        noted.withLock { news in
            defer { news = [] }; return news
        }
    }

    /// The state with which a widget was opened.
    func state(of comm: String) -> JSONObject? {
        let opening = signals.withLock { $0.last { $0.comm == comm && $0.kind == .open } }
        return opening.flatMap { (try? JSONValue(parsing: $0.dataJSON))?["state"]?.object }
    }

    /// The number of signals that open a comm.
    var openings: [CommSignal] { signals.withLock { $0.filter { $0.kind == .open } } }

    private func note(_ text: String) { noted.withLock { $0.append(text) } }

    func send(_ signal: CommSignal) {
        signals.withLock { $0.append(signal) }
        guard signal.kind == .message, let data = try? JSONValue(parsing: signal.dataJSON) else {
            return
        }
        note("update \(data["state"] ?? .null)")
    }

    func redirectOutput(to area: String?, clears: Bool) {
        note(area == nil ? "end" : clears ? "begin anew" : "begin")
    }

    func display(_ bundle: MIMEBundle, id: String?) { note("show \(bundle.plainText ?? "")") }
    func replaceDisplay(_ bundle: MIMEBundle, id: String) {}
    func clearOutput(waitsForNext: Bool) {}
    func showResult(_ bundle: MIMEBundle, type: String?) {}
    func readLine(prompt: String, isPassword: Bool) -> String? { nil }
    func makeDisplayID() -> String { "display" }
    var isInterruptionRequested: Bool { false }
    func cellDidEnd() {}
    func acknowledgeInterruption() {}
}

extension MIMEBundle {
    /// What identifies the widget that is shown.
    var modelID: String? {
        guard
            case .json(let text)? = self[
                MIMEType(rawValue: "application/vnd.jupyter.widget-view+json")]
        else { return nil }
        return (try? JSONValue(parsing: text))?["model_id"]?.string
    }
}
