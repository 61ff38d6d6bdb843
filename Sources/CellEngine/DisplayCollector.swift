internal import Display
internal import Evaluation
internal import Synchronization

/// Watches a cell for what it shows.
final class DisplayCollector: EvaluationObserver {
    /// What was shown last.
    private let value = Mutex<MIMEBundle?>(nil)

    /// What was shown last.
    var bundle: MIMEBundle? { value.withLock { $0 } }

    func observe(_ event: EvaluationEvent) {
        if case .display(let bundle, _) = event { value.withLock { $0 = bundle } }
    }

    func line(at prompt: InputPrompt) async -> String? { nil }
}
