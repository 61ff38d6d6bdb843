internal import CellProtocol
internal import Evaluation

/// The receiver of a cell's output, called on the engine's thread.
protocol OutputReceiver: Sendable {
    /// Receives bytes written to a stream.
    func take(_ bytes: [UInt8], from stream: OutputStreamName)

    /// Receives an event; everything written before it has already been received.
    func take(_ event: EvaluationEvent)

    /// Requests a line of input from the user; returns `refused` if no client can provide it.
    func line(at prompt: InputPrompt) async -> InputAnswer
}

/// The answer to a request for input.
enum InputAnswer: Sendable {
    /// The line, or `nil` at the end of input.
    case line(String?)
    /// No client can provide input.
    case refused
}
