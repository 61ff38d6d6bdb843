internal import Evaluation
internal import JSON
internal import JupyterProtocol

/// Replies with the completions at a position in code.
struct CompleteHandler: MessageHandler {
    /// The evaluator that provides completions.
    let evaluator: any Evaluator

    func answer(_ content: CompleteRequest, in exchange: Exchange) async -> Answer {
        let position = CodePosition.clamp(content.cursorPosition, in: content.code)
        let completions = await evaluator.completions(in: content.code, at: position)
        let start = CodePosition.clamp(completions.replacedRange.lowerBound, in: content.code)
        let end = CodePosition.clamp(completions.replacedRange.upperBound, in: content.code)
        let kinds = completions.candidates.map { kind(of: $0, start: start, end: end) }
        return .ok(
            CompleteReply(
                matches: completions.candidates.map(\.text), cursorStart: start, cursorEnd: end,
                // Not part of the protocol, but the source of clients' icons and signatures.
                metadata: ["_jupyter_types_experimental": .array(kinds)]))
    }

    /// Returns the description of a completion in ipykernel's format.
    private func kind(of candidate: Completion, start: Int, end: Int) -> JSONValue {
        [
            "text": .string(candidate.text), "type": .string(candidate.kind),
            "start": .number(JSONNumber(start)), "end": .number(JSONNumber(end)),
            "signature": .string(candidate.signature),
        ]
    }
}
