internal import Display
internal import Evaluation
internal import JupyterProtocol

/// Has the evaluator do what follows from something that a client has said on a comm.
struct SignalHandler<Content: MessageContent>: MessageHandler {
    /// The message of the client.
    let signal: CommSignal

    /// The services of the kernel.
    let services: Services

    func answer(_ content: Content, in exchange: Exchange) async -> Answer {
        let observer = ExecutionObserver(exchange, number: 0, isSilent: false, desk: nil)
        let outcome = await services.evaluator.receive(signal, observer: observer)
        if case .failed(let failure) = outcome {
            let error = ErrorContent(failure)
            if !observer.showInArea(error) { exchange.publish(error) }
        }
        await observer.noteAreas(services.evaluator)
        return .verbatim(content)
    }
}
