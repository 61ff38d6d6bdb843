internal import Display
internal import Evaluation
internal import JupyterProtocol
internal import Logging
internal import ZeroMQ

/// The loop that runs the cells of a queue one after the other.
struct ExecutionLane: Sendable {
    /// The cells.
    let queue: ExecutionQueue

    /// The services that handlers use.
    let services: Services

    /// The outlet for messages.
    let outlet: Outlet

    /// The thread of the sockets, which knows what has arrived.
    let thread: SocketThread<KernelChannel>

    /// The log of failures.
    let logger: Logger

    /// Runs cells until the queue is closed; cells that are still waiting are dropped.
    func run() async {
        while let turn = await queue.next() {
            let exchange = exchange(about: turn.submission)
            if let signal = turn.submission.signal {
                await receive(signal, turn.submission)
                queue.endTurn()
                continue
            }
            guard !turn.isDropped else {
                await exchange.conduct(
                    with: AbortHandler(reason: .earlierFailure), turn.submission.content)
                queue.endTurn()
                continue
            }
            let request = turn.submission.arrival.header.id
            services.cellRecord?.note(.running, request)
            let answer = await exchange.conduct(
                with: ExecuteHandler(number: turn.number, services: services, queue: queue),
                turn.submission.content)
            services.cellRecord?.note(answer.isFailure ? .failed : .succeeded, request)
            queue.endTurn()
            turn.submission.waiter?.resume(returning: true)
            if answer.isFailure && turn.submission.stopsOnError {
                queue.drop(AbortWindow(behind: turn.submission.times, failedAt: answer.moment))
                await abort(because: .earlierFailure, arrivedBefore: answer.moment)
            }
        }
        await abort(because: .shutdown)
    }

    /// Announces the waiting cells to the evaluator whenever they change.
    func announce() async {
        for await snapshot in queue.changes {
            var number = snapshot.count
            let cells = snapshot.waiting.compactMap { submission -> Cell? in
                guard let request = submission.request, submission.subshell == nil else {
                    return nil
                }
                if request.storesHistory { number += 1 }
                return Cell(request, identity: submission.arrival.cellID, number: number)
            }
            await services.evaluator.expect(cells)
        }
    }

    /// Answers the waiting cells without running them.
    ///
    /// All cells that had arrived when a cell failed are dropped, even those not read from the
    /// sockets yet. Cells that have arrived since may be a reaction to the failure, and are run.
    private func abort(
        because reason: AbortHandler.Reason, arrivedBefore moment: Timestamp? = nil
    ) async {
        await thread.settle()
        await services.inbox.settle()
        for submission in queue.remove(arrivedBefore: moment) where submission.isCell {
            await exchange(about: submission).conduct(
                with: AbortHandler(reason: reason), submission.content)
            submission.waiter?.resume(returning: true)
        }
    }

    /// Has the evaluator do what follows from something that was said on a comm.
    ///
    /// Clients wait for the end of every message before they send the next.
    private func receive(_ signal: CommSignal, _ submission: Submission) async {
        for arrival in submission.overtaken {
            await Exchange(arrival: arrival, outlet: outlet, logger: logger)
                .conduct(with: CommMessageHandler())
        }
        let exchange = exchange(about: submission)
        switch signal.kind {
        case .close:
            await exchange.conduct(
                with: SignalHandler<CommClose>(signal: signal, services: services))
        default:
            await exchange.conduct(
                with: SignalHandler<CommMessage>(signal: signal, services: services))
        }
    }

    /// Returns the exchange for a cell.
    private func exchange(about submission: Submission) -> Exchange {
        Exchange(arrival: submission.arrival, outlet: outlet, logger: logger)
    }
}
