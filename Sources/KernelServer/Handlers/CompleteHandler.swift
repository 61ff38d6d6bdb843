internal import Evaluation
internal import JSON
internal import JupyterProtocol

/// Lists what could stand at a place in some code.
struct CompleteHandler: MessageHandler {
    /// Who knows.
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
                // Not in the protocol, but what clients draw icons and signatures from.
                metadata: ["_jupyter_types_experimental": .array(kinds)]))
    }

    /// Describes a candidate as ipykernel does.
    private func kind(of candidate: Completion, start: Int, end: Int) -> JSONValue {
        [
            "text": .string(candidate.text), "type": .string(candidate.kind),
            "start": .number(JSONNumber(start)), "end": .number(JSONNumber(end)),
            "signature": .string(candidate.signature),
        ]
    }
}
