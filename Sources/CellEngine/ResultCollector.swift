internal import Display
internal import Evaluation
internal import Synchronization

/// Watches a cell for the value that it ends in.
final class ResultCollector: EvaluationObserver {
    /// The value seen last.
    private let value = Mutex<MIMEBundle?>(nil)

    /// The value that the cell ended in, as soon as it has.
    var result: MIMEBundle? { value.withLock { $0 } }

    func observe(_ event: EvaluationEvent) {
        if case .result(let bundle) = event { value.withLock { $0 = bundle } }
    }

    func line(at prompt: InputPrompt) async -> String? { nil }
}
