import JSON
import JupyterProtocol
import Testing
import ZeroMQ

/// A client that is connected to each channel of a kernel.
final class TestClient {
    let session: MessageSession
    private let thread: SocketThread<KernelChannel>
    private var inboxes: [KernelChannel: AsyncStream<[Frame]>.Iterator] = [:]

    /// Connects, and waits for the welcome unless `isWelcomed` is false.
    ///
    /// - Parameter identity: the identity of the sockets, if it is not that of the session.
    init(
        _ connection: ConnectionFile, isWelcomed: Bool = true, identity: String? = nil
    ) async throws {
        session = MessageSession(username: "tester", signer: connection.signer)
        let context = try Context()
        var sockets: [KernelChannel: Socket] = [:]
        var entrances: [KernelChannel: AsyncStream<[Frame]>.Continuation] = [:]
        var security = Security.none
        if let keys = connection.curveKeys {
            security = .curveClient(try CurveKeyPair.generate(), serverKey: keys.publicKey)
        }
        let options = SocketOptions(
            identity: Array((identity ?? session.id).utf8), security: security)
        for channel in [KernelChannel.shell, .control, .stdin, .iopub] {
            let kind: SocketKind = channel == .iopub ? .subscriber : .dealer
            let socket = try Socket(kind, in: context, options: options)
            try socket.connect(to: Endpoint(rawValue: connection.endpoint(of: channel)))
            if channel == .iopub { try socket.subscribe() }
            sockets[channel] = socket
            let (stream, entrance) = AsyncStream.makeStream(of: [Frame].self)
            inboxes[channel] = stream.makeAsyncIterator()
            entrances[channel] = entrance
        }
        thread = try SocketThread(
            named: "client", sockets: sockets,
            delegate: .init(
                didReceive: { [entrances] in entrances[$0]?.yield($1) }, didFail: { _, _ in }))
        if isWelcomed {
            while try await next(on: .iopub).type != .iopubWelcome {}
        }
    }

    /// Sends a request; returns its header.
    @discardableResult
    func send(
        _ content: some MessageContent, on channel: KernelChannel = .shell,
        parent: Header? = nil, metadata: JSONObject = [:]
    ) -> Header {
        let message = session.message(content, parent: parent, metadata: metadata)
        send(session.frames(of: message), on: channel)
        return message.header
    }

    /// Sends frames unchanged.
    func send(_ frames: [Frame], on channel: KernelChannel = .shell) {
        thread.send(frames, on: channel)
    }

    /// Returns the next message on a channel.
    func next(on channel: KernelChannel) async throws -> Message {
        var inbox = try #require(inboxes[channel])
        let frames = try #require(await inbox.next())
        inboxes[channel] = inbox
        let envelope = try Envelope(frames: frames)
        try envelope.verify(with: session.signer)
        return try envelope.message()
    }

    /// Returns the next message on a channel, which must be the reply to a request.
    func reply(to request: Header, on channel: KernelChannel = .shell) async throws -> Message {
        let message = try await next(on: channel)
        #expect(message.parentHeader == request.json)
        return message
    }

    /// Returns all messages on iopub that a request has caused, up to idle; drops all others.
    func outputs(of request: Header) async throws -> [Message] {
        var messages: [Message] = []
        while true {
            let message = try await next(on: .iopub)
            guard message.parentID == request.id else { continue }
            #expect(message.parentHeader == request.json)
            messages.append(message)
            if message.content == ["execution_state": "idle"] { return messages }
        }
    }

    /// Runs a cell; returns its reply, and its outputs between busy and idle.
    func execute(
        _ request: ExecuteRequest, metadata: JSONObject = [:]
    ) async throws -> (reply: Message, outputs: [Message]) {
        let header = send(request, metadata: metadata)
        let outputs = try await outputs(of: header)
        #expect(outputs.first?.content == ["execution_state": "busy"])
        return (try await reply(to: header), Array(outputs.dropFirst().dropLast()))
    }
}

extension ExecuteRequest: ExpressibleByStringLiteral {
    /// Creates a request to run a cell.
    init(stringLiteral code: String) { self.init(code: code) }
}

extension Message {
    /// The name of the type, and the most important part of the content.
    var summary: String {
        let details = ["execution_state", "text", "code", "ename", "status", "comm_id"]
        let detail = details.lazy.compactMap { self.content[$0]?.string }.first
        return detail.map { "\(header.typeName) \($0)" } ?? header.typeName
    }
}
