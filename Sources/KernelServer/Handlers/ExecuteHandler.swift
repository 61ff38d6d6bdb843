internal import Evaluation
internal import JSON
internal import JupyterProtocol

/// Runs a cell.
struct ExecuteHandler: MessageHandler {
    /// The execution count of the cell: the number of counted cells, including this one if it is
    /// counted.
    let number: Int

    /// The services that the handler uses.
    let services: Services

    /// The queue of the cell.
    let queue: ExecutionQueue

    func answer(_ request: ExecuteRequest, in exchange: Exchange) async -> Answer {
        let started = Timestamp.now
        if !request.isSilent {
            exchange.publish(ExecuteInput(code: request.code, executionCount: number))
        }
        // The numbers of a subshell are its own, and name neither lines of the history nor results.
        let isOfMainShell = exchange.arrival.header.subshellID == nil
        let storesHistory = request.storesHistory && isOfMainShell
        if storesHistory { services.history.append(request.code, number: number) }
        let observer = ExecutionObserver(
            exchange, number: number, isSilent: request.isSilent,
            desk: request.allowsInput ? services.desk : nil)
        var cell = Cell(request, identity: exchange.arrival.cellID, number: number)
        cell.keepsResult = isOfMainShell
        let outcome = await evaluate(cell, observer: observer)
        await observer.noteAreas(services.evaluator)
        if storesHistory, let result = observer.yield.result {
            services.history.setOutput(result, ofCell: number)
        }
        var answer = await answer(to: outcome, of: request, in: exchange, observer: observer)
        queue.endTurn()
        answer.metadata = [
            "started": .string(started.iso8601), "status": answer.content["status"] ?? "ok",
        ]
        return answer
    }

    /// Replies have the execution count even for errors.
    func answer(to error: ErrorContent) -> Answer {
        let reply = ExecuteReply(executionCount: number, outcome: .failed(error))
        var answer = Answer.verbatim(reply)
        answer.isFailure = true
        return answer
    }

    /// Evaluates a cell, which may request input meanwhile.
    ///
    /// An empty silent cell only requests the execution count.
    private func evaluate(
        _ cell: Cell, observer: ExecutionObserver
    ) async -> EvaluationOutcome {
        guard !cell.isSilent || !cell.code.allSatisfy(\.isWhitespace) else { return .succeeded }
        services.desk.open()
        defer { services.desk.dismiss() }
        return await services.evaluator.evaluate(cell, observer: observer)
    }

    /// Returns the answer for the outcome of a cell.
    private func answer(
        to outcome: EvaluationOutcome, of request: ExecuteRequest, in exchange: Exchange,
        observer: ExecutionObserver
    ) async -> Answer {
        switch outcome {
        case .succeeded:
            let values = await values(of: request.userExpressions)
            return .verbatim(
                ExecuteReply(
                    executionCount: number,
                    outcome: .succeeded(
                        payloads: observer.yield.payloads, userExpressions: values)))
        case .failed(let failure):
            let error = ErrorContent(failure)
            if !request.isSilent { exchange.publish(error) }
            return answer(to: error)
        }
    }

    /// Evaluates expressions; the failure of one does not affect the others.
    private func values(of expressions: [UserExpression]) async -> [UserExpressionValue] {
        var values: [UserExpressionValue] = []
        for expression in expressions {
            let value: Reply<DisplayData> =
                switch await services.evaluator.value(of: expression.code) {
                case .success(let bundle): .ok(DisplayData(bundle))
                case .failure(let failure): .failed(ErrorContent(failure))
                }
            values.append(UserExpressionValue(name: expression.name, value: value))
        }
        return values
    }
}

extension ErrorContent {
    /// Creates the content of an error message from the failure of a cell.
    init(_ failure: EvaluationFailure) {
        self.init(name: failure.name, value: failure.message, traceback: failure.traceback)
    }
}
