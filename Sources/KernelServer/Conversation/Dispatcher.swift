internal import JupyterProtocol
internal import Logging

/// The dispatcher of messages to their handlers.
struct Dispatcher: Sendable {
    /// The services that handlers use.
    let services: Services

    /// The outlet for messages.
    let outlet: Outlet

    /// The log of unknown messages.
    let logger: Logger

    /// Handles a message that does not have to wait for cells.
    func handle(_ arrival: Arrival) async {
        let exchange = Exchange(arrival: arrival, outlet: outlet, logger: logger)
        switch arrival.header.type {
        case .kernelInfoRequest:
            await exchange.conduct(with: KernelInfoHandler(info: services.info))
        case .completeRequest:
            await exchange.conduct(with: CompleteHandler(evaluator: services.evaluator))
        case .inspectRequest:
            await exchange.conduct(with: InspectHandler(evaluator: services.evaluator))
        case .isCompleteRequest:
            await exchange.conduct(with: IsCompleteHandler(evaluator: services.evaluator))
        case .historyRequest:
            await exchange.conduct(with: HistoryHandler(history: services.history))
        case .interruptRequest:
            await exchange.conduct(with: InterruptHandler(services: services))
        case .shutdownRequest:
            let answer = await exchange.conduct(with: ShutdownHandler())
            if !answer.isFailure { services.inbox.close() }
        case .commInfoRequest, .commOpen, .commMessage:
            await handleComm(exchange)
        default:
            await handleRarity(exchange)
        }
    }

    /// Runs a cell of a subshell beside the running one.
    func runAside(_ arrival: Arrival, in subshell: Subshell?) async {
        await Exchange(arrival: arrival, outlet: outlet, logger: logger)
            .conduct(with: AsideHandler(subshell: subshell, services: services))
    }

    /// Passes a line of input to the cell that requested it.
    func takeInput(_ arrival: Arrival) {
        do throws(JupyterProtocolError) {
            let reply = try arrival.content(as: InputReply.self)
            if !services.desk.take(reply, from: arrival) {
                logger.notice("dropped a line of input that no cell waits for")
            }
        } catch {
            logger.warning("\(error)", metadata: ["message": "\(arrival.header.id)"])
        }
    }

    /// Handles a message about comms.
    private func handleComm(_ exchange: Exchange) async {
        switch exchange.arrival.header.type {
        case .commOpen: await exchange.conduct(with: CommOpenHandler())
        case .commMessage:
            await exchange.conduct(with: QuestionHandler(evaluator: services.evaluator))
        default: await exchange.conduct(with: CommInfoHandler(evaluator: services.evaluator))
        }
    }

    /// Handles a rarely used message, and logs unknown ones.
    private func handleRarity(_ exchange: Exchange) async {
        switch exchange.arrival.header.type {
        case .connectRequest:
            await exchange.conduct(with: ConnectHandler(ports: services.ports))
        case .usageRequest:
            await exchange.conduct(with: UsageHandler(meter: services.meter))
        case .debugRequest:
            await exchange.conduct(with: DebugHandler(evaluator: services.evaluator))
        case .createSubshellRequest:
            await exchange.conduct(with: CreateSubshellHandler(services: services))
        case .deleteSubshellRequest:
            await exchange.conduct(with: DeleteSubshellHandler(services: services))
        case .listSubshellRequest:
            await exchange.conduct(with: ListSubshellHandler(services: services))
        default:
            let header = exchange.arrival.header
            logger.notice(
                "ignored a message of type \(header.typeName)",
                metadata: ["message": "\(header.id)"])
        }
    }
}
