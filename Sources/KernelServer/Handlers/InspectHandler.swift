internal import Display
internal import Evaluation
internal import JupyterProtocol

/// Replies with information on the symbol at a position in code.
struct InspectHandler: MessageHandler {
    /// The evaluator that provides the information.
    let evaluator: any Evaluator

    func answer(_ content: InspectRequest, in exchange: Exchange) async -> Answer {
        let position = CodePosition.clamp(content.cursorPosition, in: content.code)
        let bundle = await evaluator.inspection(
            of: content.code, at: position,
            detail: content.detailLevel > 0 ? .source : .documentation)
        guard let bundle, !bundle.isEmpty else { return .ok(InspectReply(nil)) }
        return .ok(InspectReply(DisplayData(bundle)))
    }
}
