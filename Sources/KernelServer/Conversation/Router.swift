internal import JupyterProtocol
internal import Logging

/// Decides for everything that arrives who sees to it, and when.
///
/// Cells wait for one another, and so do requests on the control channel. What the evaluator
/// answers beside a cell takes its time and runs along. All the rest is answered at once, in order.
struct Router {
    /// Who lets messages in.
    let reception: Reception

    /// Who sees to messages.
    let dispatcher: Dispatcher

    /// The cells that wait.
    let executions: ExecutionQueue

    /// The way to the requests that may not have to wait for cells.
    let controls: AsyncStream<Arrival>.Continuation

    /// Passes on something that has arrived.
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

    /// Passes on a message that was let in.
    private func route(_ arrival: Arrival, in group: inout DiscardingTaskGroup) async {
        switch (arrival.header.type, arrival.channel) {
        case (.inputReply, .stdin):
            dispatcher.takeInput(arrival)
        case (.executeRequest, _):
            executions.append(Submission(arrival))
        case (.completeRequest, _), (.inspectRequest, _), (.isCompleteRequest, _):
            group.addTask { [dispatcher] in await dispatcher.handle(arrival) }
        case (.interruptRequest, _), (_, .control):
            controls.yield(arrival)
        default:
            await dispatcher.handle(arrival)
        }
    }

    /// Answers a subscription; the end of one needs no answer.
    ///
    /// - Source: JEP 65; what is not UTF-8 is no topic.
    private func welcome(_ frames: [[UInt8]]) {
        guard let frame = frames.first, frame.first == 1,
            let topic = String(validating: frame.dropFirst(), as: UTF8.self)
        else { return }
        dispatcher.outlet.welcome(subscriptionTo: topic)
    }
}
