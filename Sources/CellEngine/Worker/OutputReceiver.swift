internal import CellProtocol
internal import Evaluation

/// Somebody who passes on what a cell puts out, on the engine's thread.
protocol OutputReceiver: Sendable {
    /// Takes what was written to a stream.
    func take(_ bytes: [UInt8], from stream: OutputStreamName)

    /// Takes something to show; everything written before it has been taken already.
    func take(_ event: EvaluationEvent)

    /// Returns the line that the person enters at a prompt; `refused`, where nobody can.
    func line(at prompt: InputPrompt) async -> InputAnswer
}

/// What comes of asking for a line of input.
enum InputAnswer: Sendable {
    /// The line, or nothing at the end of input.
    case line(String?)
    /// There is nobody to ask.
    case refused
}
