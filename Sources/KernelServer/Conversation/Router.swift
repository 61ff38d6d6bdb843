internal import Display
internal import JupyterProtocol
internal import Logging

/// The router that decides who handles each received message, and when.
///
/// Cells run one after the other, and so do requests on the control channel. Requests that the
/// evaluator serves beside a cell run concurrently. All others are answered at once, in order.
struct Router {
    /// The filter of messages.
    let reception: Reception

    /// The dispatcher of messages.
    let dispatcher: Dispatcher

    /// The queue of cells.
    let executions: ExecutionQueue

    /// The queue of requests on the control channel.
    let controls: AsyncStream<Arrival>.Continuation

    /// Routes an item of the inbox.
    func route(_ item: Inbox.Item, in group: inout DiscardingTaskGroup) async {
        switch item {
        case .message(let frames, .iopub):
            welcome(frames)
        case .message(let frames, let channel):
            do throws(JupyterProtocolError) {
                await route(try reception.admit(frames, from: channel), in: &group)
            } catch {
                dispatcher.logger.warning("\(error)", metadata: ["channel": "\(channel.rawValue)"])
            }
        case .interruption:
            let services = dispatcher.services
            group.addTask { await services.interrupt() }
        case .marker(let continuation):
            continuation.resume()
        }
    }

    /// Routes an accepted message.
    private func route(_ arrival: Arrival, in group: inout DiscardingTaskGroup) async {
        var arrival = arrival
        let identifier = arrival.header.subshellID
        let subshell = identifier.flatMap { dispatcher.services.subshells[$0] }
        if subshell == nil { arrival.unknownSubshell = identifier }
        switch (arrival.header.type, arrival.channel) {
        case (.inputReply, .stdin):
            dispatcher.takeInput(arrival)
        case (.executeRequest, _) where identifier != nil:
            run(arrival, in: subshell, &group)
        case (.executeRequest, _):
            executions.append(Submission(arrival))
        case (.commMessage, _) where arrival.unknownSubshell == nil,
            (.commClose, _) where arrival.unknownSubshell == nil:
            // Questions are answered at once, the rest waits for its turn among the cells.
            let submission = Submission(arrival)
            if let signal = submission.signal, !signal.isQuestion {
                executions.append(submission)
            } else {
                await dispatcher.handle(arrival)
            }
        case (.completeRequest, _), (.inspectRequest, _), (.isCompleteRequest, _):
            group.addTask { [dispatcher] in await dispatcher.handle(arrival) }
        case (.interruptRequest, _), (_, .control):
            controls.yield(arrival)
        default:
            await dispatcher.handle(arrival)
        }
    }

    /// Runs a cell of a subshell when those before it have ended: as an ordinary cell of the
    /// session if no other is running or waiting, and beside the running one otherwise.
    private func run(
        _ arrival: Arrival, in subshell: Subshell?, _ group: inout DiscardingTaskGroup
    ) {
        let turn = subshell?.reserveTurn()
        group.addTask { [dispatcher, executions] in
            guard let subshell, let turn else {
                return await dispatcher.runAside(arrival, in: nil)
            }
            await subshell.run(at: turn) {
                guard await !executions.run(Submission(arrival, in: subshell)) else { return }
                await dispatcher.runAside(arrival, in: subshell)
            }
        }
    }

    /// Confirms a subscription; its end needs no confirmation.
    ///
    /// - Source: JEP 65; bytes that are not UTF-8 are no topic.
    private func welcome(_ frames: [[UInt8]]) {
        guard let frame = frames.first, frame.first == 1,
            let topic = String(validating: frame.dropFirst(), as: UTF8.self)
        else { return }
        dispatcher.outlet.welcome(subscriptionTo: topic)
    }
}
