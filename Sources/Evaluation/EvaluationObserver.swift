/// Somebody who watches a cell being evaluated and answers when it asks.
public protocol EvaluationObserver: Sendable {
    /// Hears of an event, in the order in which the events happened.
    ///
    /// Returns quickly: the evaluation waits for it.
    func observe(_ event: EvaluationEvent)

    /// Returns the line that the person enters at a prompt, without its line end.
    ///
    /// - Returns: the line, or nothing where the input has ended or cannot be had.
    func line(at prompt: InputPrompt) async -> String?
}
