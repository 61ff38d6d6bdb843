internal import Evaluation
internal import JupyterProtocol
internal import Logging
internal import ZeroMQ

/// Runs the cells of a queue, one after the other.
struct ExecutionLane: Sendable {
    /// The cells.
    let queue: ExecutionQueue

    /// What handlers work with.
    let services: Services

    /// The way out.
    let outlet: Outlet

    /// The thread of the sockets, which knows what has arrived.
    let thread: SocketThread<KernelChannel>

    /// Where failures are noted.
    let logger: Logger

    /// Runs cells until the queue is closed; what waits then is dropped.
    func run() async {
        while let turn = await queue.next() {
            let exchange = exchange(about: turn.submission)
            guard !turn.isDropped else {
                await exchange.conduct(with: AbortHandler(reason: .earlierFailure))
                continue
            }
            let answer = await exchange.conduct(
                with: ExecuteHandler(number: turn.number, services: services))
            if answer.isFailure && turn.submission.stopsOnError {
                queue.drop(AbortWindow(behind: turn.submission.times, failedAt: .now))
                await abort(because: .earlierFailure)
            }
        }
        await abort(because: .shutdown)
    }

    /// Tells the evaluator about cells that wait, whenever they have changed.
    func announce() async {
        for await snapshot in queue.changes {
            var number = snapshot.count
            let cells = snapshot.waiting.compactMap { submission -> Cell? in
                guard let request = submission.request else { return nil }
                if request.storesHistory { number += 1 }
                return Cell(request, identity: submission.arrival.cellID, number: number)
            }
            await services.evaluator.expect(cells)
        }
    }

    /// Answers the cells that wait without running them.
    ///
    /// Everything that had arrived when a cell failed waits, even if nobody has looked at it yet.
    private func abort(because reason: AbortHandler.Reason) async {
        await thread.settle()
        await services.inbox.settle()
        for submission in queue.removeAll() {
            await exchange(about: submission).conduct(with: AbortHandler(reason: reason))
        }
    }

    /// Opens the exchange about a cell.
    private func exchange(about submission: Submission) -> Exchange {
        Exchange(arrival: submission.arrival, outlet: outlet, logger: logger)
    }
}
