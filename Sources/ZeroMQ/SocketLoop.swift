/// The work of a thread that owns some sockets: it passes messages in and out.
final class SocketLoop<Channel: Hashable & Sendable> {
    /// How many messages a socket may bring before the others have their turn.
    private static var batchSize: Int { 64 }

    /// What the sockets are for.
    private let channels: [Channel]

    /// The sockets, in the order of the channels.
    private var sockets: [Socket]

    /// Where other threads leave their wishes.
    private let mailbox: Mailbox<Channel>

    /// Who hears of messages and mishaps.
    private let delegate: SocketThread<Channel>.Delegate

    /// Makes a loop that has not begun.
    init(
        _ sockets: sending [Channel: Socket], mailbox: Mailbox<Channel>,
        delegate: SocketThread<Channel>.Delegate
    ) {
        channels = Array(sockets.keys)
        self.sockets = channels.compactMap { sockets[$0] }
        self.mailbox = mailbox
        self.delegate = delegate
    }

    /// Passes messages until the sockets are to be closed, or their context is shut down.
    ///
    /// On return the sockets are closed, and what was sent has left where nobody else holds their
    /// context.
    func run() {
        passMessages()
        sockets = []
    }

    /// Passes messages until there is a reason to stop.
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

    /// Does what somebody wished.
    private func see(to letter: Mailbox<Channel>.Letter) {
        switch letter {
        case .message(let frames, let channel):
            send(frames, on: channel)
        case .settlement(let continuation):
            for index in sockets.indices { receive(at: index, limit: .max) }
            continuation.resume()
        }
    }

    /// Sends a message, or says why that is not possible.
    private func send(_ frames: [Frame], on channel: Channel) {
        guard let index = channels.firstIndex(of: channel) else { return }
        do throws(ZeroMQError) {
            try sockets[index].send(frames)
        } catch {
            delegate.didFail(channel, error)
        }
    }

    /// Hands over what has arrived at a socket, up to a number of messages.
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
