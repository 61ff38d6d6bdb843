/// The loop of a thread that owns sockets: it sends and receives messages.
final class SocketLoop<Channel: Hashable & Sendable> {
    /// The number of messages that a socket may deliver before the others have their turn.
    private static var batchSize: Int { 64 }

    /// The channels of the sockets.
    private let channels: [Channel]

    /// The sockets, in the order of the channels.
    private var sockets: [Socket]

    /// The requests of other threads.
    private let mailbox: Mailbox<Channel>

    /// The receiver of messages and errors.
    private let delegate: SocketThread<Channel>.Delegate

    /// Creates a loop that has not started.
    init(
        _ sockets: sending [Channel: Socket], mailbox: Mailbox<Channel>,
        delegate: SocketThread<Channel>.Delegate
    ) {
        channels = Array(sockets.keys)
        self.sockets = channels.compactMap { sockets[$0] }
        self.mailbox = mailbox
        self.delegate = delegate
    }

    /// Sends and receives messages until closing is requested or the context is shut down.
    ///
    /// On return the sockets are closed. Pending messages have been sent, unless other references
    /// keep the context alive.
    func run() {
        passMessages()
        sockets = []
    }

    /// Sends and receives messages until there is a reason to stop.
    private func passMessages() {
        let poller = Poller(sockets, wakeUp: mailbox.wakeUp)
        while let readiness = try? poller.wait() {
            if readiness.isWoken {
                let contents = mailbox.take()
                for letter in contents.letters { see(to: letter) }
                if contents.isClosing { return }
            }
            for index in readiness.sockets { receive(at: index, limit: Self.batchSize) }
        }
    }

    /// Serves a request.
    private func see(to letter: Mailbox<Channel>.Letter) {
        switch letter {
        case .message(let frames, let channel):
            send(frames, on: channel)
        case .settlement(let continuation):
            for index in sockets.indices { receive(at: index, limit: .max) }
            continuation.resume()
        }
    }

    /// Sends a message; reports a failure to the delegate.
    private func send(_ frames: [Frame], on channel: Channel) {
        guard let index = channels.firstIndex(of: channel) else { return }
        do throws(ZeroMQError) {
            try sockets[index].send(frames)
        } catch {
            delegate.didFail(channel, error)
        }
    }

    /// Delivers messages that have arrived at a socket, up to a limit.
    private func receive(at index: Int, limit: Int) {
        do throws(ZeroMQError) {
            for _ in 0..<limit {
                guard let message = try sockets[index].receiveIfPossible() else { return }
                delegate.didReceive(channels[index], message)
            }
        } catch {
            delegate.didFail(channels[index], error)
        }
    }
}
