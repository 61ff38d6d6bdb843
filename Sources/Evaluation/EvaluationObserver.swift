/// An observer of a cell's evaluation, which also answers requests for input.
public protocol EvaluationObserver: Sendable {
    /// Receives an event; events arrive in the order in which they happened.
    ///
    /// Must return quickly, because the evaluation waits for it.
    func observe(_ event: EvaluationEvent)

    /// Requests a line of input from the user.
    ///
    /// - Returns: the line without its line end, or `nil` if the input has ended or is not
    ///   available.
    func line(at prompt: InputPrompt) async -> String?
}
