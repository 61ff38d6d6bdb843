internal import Evaluation
internal import JupyterProtocol

/// Runs a cell of a subshell beside the running cell, and drops what it changes.
struct AsideHandler: MessageHandler {
    /// The subshell, or `nil` if there is none with the identifier of the request.
    let subshell: Subshell?

    /// The services that the handler uses.
    let services: Services

    /// What the user is told once.
    static let explanation =
        "note: another cell is running, so this one runs on a copy of the state before it; "
        + "what it changes is dropped\n"

    func answer(_ request: ExecuteRequest, in exchange: Exchange) async throws -> Answer {
        guard let subshell else {
            throw KernelServerError.unknownSubshell(exchange.arrival.header.subshellID ?? "")
        }
        let number = subshell.number(of: request)
        if !request.isSilent {
            exchange.publish(ExecuteInput(code: request.code, executionCount: number))
        }
        if !request.isSilent, subshell.explains() {
            exchange.publish(StreamContent(name: .standardError, text: Self.explanation))
        }
        var cell = Cell(request, identity: nil, number: number)
        cell.allowsInput = false
        let observer = ExecutionObserver(
            exchange, number: number, isSilent: request.isSilent, desk: nil)
        let outcome = await services.evaluator.evaluateAside(
            cell, in: subshell.identifier, observer: observer)
        if case .failed(let failure) = outcome {
            let error = ErrorContent(failure)
            if !request.isSilent { exchange.publish(error) }
            return answer(to: error)
        }
        return .verbatim(
            ExecuteReply(
                executionCount: number,
                outcome: .succeeded(payloads: observer.yield.payloads, userExpressions: [])))
    }

    /// Errors have the form of the replies to cells.
    func answer(to error: ErrorContent) -> Answer {
        var answer = Answer.verbatim(
            ExecuteReply(executionCount: subshell?.number(of: nil) ?? 0, outcome: .failed(error)))
        answer.isFailure = true
        return answer
    }
}
