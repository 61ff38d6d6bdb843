internal import Display
internal import Evaluation
internal import Synchronization

/// An observer that collects the last display of a cell.
final class DisplayCollector: EvaluationObserver {
    /// The last display.
    private let value = Mutex<MIMEBundle?>(nil)

    /// The last display, or `nil` if there was none.
    var bundle: MIMEBundle? { value.withLock { $0 } }

    func observe(_ event: EvaluationEvent) {
        if case .display(let bundle, _) = event { value.withLock { $0 = bundle } }
    }

    func line(at prompt: InputPrompt) async -> String? { nil }
}

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
