internal import Display
internal import Evaluation
internal import Synchronization

/// An observer that collects the value of a cell's last expression.
final class ResultCollector: EvaluationObserver {
    /// The value.
    private let value = Mutex<MIMEBundle?>(nil)

    /// The value of the cell's last expression, or `nil` if there is none.
    var result: MIMEBundle? { value.withLock { $0 } }

    func observe(_ event: EvaluationEvent) {
        if case .result(let bundle) = event { value.withLock { $0 = bundle } }
    }

    func line(at prompt: InputPrompt) async -> String? { nil }
}
