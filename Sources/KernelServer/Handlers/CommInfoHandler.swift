internal import Evaluation
internal import JupyterProtocol

/// Replies that no comm is open.
struct CommInfoHandler: MessageHandler {
    /// The evaluator that knows the open comms.
    let evaluator: any Evaluator

    func answer(_ content: CommInfoRequest, in exchange: Exchange) async -> Answer {
        let comms = await evaluator.comms().filter { _, target in
            content.targetName == nil || content.targetName == target
        }
        return .ok(CommInfoReply(comms: comms.mapValues { .init(targetName: $0) }))
    }
}
