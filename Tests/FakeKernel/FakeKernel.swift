internal import Glibc
internal import JSON
internal import JupyterProtocol
internal import ZeroMQ

/// The sockets of a fake kernel, and its conversation with a client.
final class FakeKernel {
    /// The ways in which the kernel misbehaves.
    let habits: Habits

    /// The session that signs its messages.
    private let session: MessageSession

    /// The sockets by channel.
    private var sockets: [KernelChannel: Socket] = [:]

    /// The number of cells run so far.
    private(set) var executionCount = 0

    /// The header of the previous cell.
    private(set) var previousHeader: Header?

    /// The header of the running cell.
    private(set) var currentHeader: Header?

    /// The number of messages that the client has sent on comms.
    private(set) var commCount = 0

    /// Binds the sockets.
    init(_ file: ConnectionFile, habits: Habits) throws {
        self.habits = habits
        session = MessageSession(signer: file.signer)
        let context = try Context()
        for channel in KernelChannel.allCases {
            let socket = try Socket(channel == .iopub ? .extendedPublisher : .router, in: context)
            try socket.bind(to: Endpoint(rawValue: file.endpoint(of: channel)))
            sockets[channel] = socket
        }
    }

    /// Answers requests until the client requests a shutdown.
    func run() throws {
        let channels: [KernelChannel] = [.control, .iopub, .shell]
        let poller = Poller(channels.compactMap { sockets[$0] })
        while true {
            for index in try poller.wait().sockets {
                guard let frames = try sockets[channels[index]]?.receiveIfPossible() else {
                    continue
                }
                try receive(frames, on: channels[index])
            }
        }
    }

    // MARK: Requests

    /// Handles a received message.
    private func receive(_ frames: [Frame], on channel: KernelChannel) throws {
        if channel == .iopub {
            guard frames.first?.first == 1, !habits.doesNotWelcome else { return }
            try broadcast(IOPubWelcome(subscription: ""), parent: nil)
            return
        }
        guard !habits.isSilent else { return }
        let message = try Envelope(frames: frames).message()
        try broadcast(Status(.busy), parent: message.header)
        if message.type == .executeRequest { return try execute(message) }
        switch message.type {
        case .commMessage: commCount += 1
        case .kernelInfoRequest: try reply(.describing(Self.information), to: message, on: channel)
        case .interruptRequest: try reply(["status": "ok"], to: message, on: channel)
        case .shutdownRequest where !habits.isStubborn:
            try reply(["status": "ok", "restart": false], to: message, on: channel)
            exit(0)
        default: break
        }
        try broadcast(Status(.idle), parent: message.header)
    }

    /// The kernel's description of itself.
    private static let information = Reply.ok(
        KernelInfoReply(
            implementation: "fake", implementationVersion: "1",
            languageInfo: LanguageInfo(
                name: "fake", version: "1", mimeType: "text/plain", fileExtension: ".fake"),
            banner: ""))

    /// Runs a cell, and drops the cells waiting behind it if it fails.
    private func execute(_ message: Message) throws {
        let request = try message.content(as: ExecuteRequest.self)
        executionCount += 1
        previousHeader = currentHeader
        currentHeader = message.header
        let input = ExecuteInput(code: request.code, executionCount: executionCount)
        try broadcast(input, parent: message.header)
        note(.running, message)
        let cell = FakeCell(kernel: self, message: message)
        let outcome = try cell.run(request.code)
        if case .failed = outcome { note(.failed, message) } else { note(.succeeded, message) }
        if !cell.repliesNever {
            let reply = ExecuteReply(executionCount: executionCount, outcome: outcome)
            try self.reply(.describing(reply), to: message, on: .shell)
        }
        if !cell.idlesNever { try broadcast(Status(.idle), parent: message.header) }
        if case .failed = outcome, request.stopsOnError || habits.dropsAlways { try dropQueue() }
    }

    /// Notes the state of a cell in the file beside the connection file.
    private func note(_ state: CellRecord.State, _ message: Message) {
        guard habits.notesCells else { return }
        let path = habits.folder + "/" + CellRecord.fileName
        guard let file = fopen(path, "w") else { return }
        let bytes = CellRecord(request: message.header.id, state: state).bytes
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }

    /// Drops the cells that have already arrived.
    private func dropQueue() throws {
        while let frames = try sockets[.shell]?.receiveIfPossible() {
            let message = try Envelope(frames: frames).message()
            try broadcast(Status(.busy), parent: message.header)
            let reply = ExecuteReply(executionCount: executionCount, outcome: .aborted)
            try self.reply(.describing(reply), to: message, on: .shell)
            try broadcast(Status(.idle), parent: message.header)
        }
    }

    // MARK: Messages

    /// Broadcasts a content.
    func broadcast(_ content: some MessageContent, parent: Header?) throws {
        let message = session.message(content, parent: parent, identities: [Array("topic".utf8)])
        try sockets[.iopub]?.send(session.frames(of: message))
    }

    /// Sends a message that is signed with another key.
    func forge(parent: Header) throws {
        let content = StreamContent(name: .standardOutput, text: "forged")
        let message = session.message(content, parent: parent, identities: [Array("topic".utf8)])
        let forger = Signer(key: "another key")
        try sockets[.iopub]?.send(Envelope(message, signedBy: forger).frames)
    }

    /// Broadcasts a content that need not be JSON.
    func broadcastRaw(_ type: String, content: String) throws {
        guard let currentHeader else { return }
        let message = Message(
            identities: [Array("topic".utf8)],
            header: session.header(for: MessageType(named: type)),
            parentHeader: currentHeader.json, content: [:])
        try sockets[.iopub]?.send(frames(of: message, content: content))
    }

    /// Replies with a content that need not be JSON.
    func replyRaw(_ content: String, to message: Message) throws {
        let reply = Message(
            identities: message.identities,
            header: session.header(for: MessageType(named: "execute_reply")),
            parentHeader: message.header.json, content: [:])
        try sockets[.shell]?.send(frames(of: reply, content: content))
    }

    /// Returns the frames of a message with another content.
    private func frames(of message: Message, content: String) -> [Frame] {
        var parts = Envelope(message, signedBy: session.signer).parts
        // DEL is replaced by a byte that is not UTF-8.
        parts[3] = content.utf8.map { $0 == 0x7F ? 0xFF : $0 }
        return message.identities + [Array("<IDS|MSG>".utf8), session.signer.signature(of: parts)]
            + parts
    }

    /// Returns whether the client has requested an interrupt, and answers it.
    func hasInterrupt() throws -> Bool {
        guard let frames = try sockets[.control]?.receiveIfPossible() else { return false }
        let message = try Envelope(frames: frames).message()
        if message.type == .shutdownRequest && !habits.isStubborn { exit(0) }
        guard message.type == .interruptRequest else { return false }
        try reply(["status": "ok"], to: message, on: .control)
        return true
    }

    /// Requests a line from the client and returns it.
    func ask(_ prompt: String, for message: Message) throws -> String {
        let request = session.message(
            InputRequest(prompt: prompt), parent: message.header, identities: message.identities)
        try sockets[.stdin]?.send(session.frames(of: request))
        guard let frames = try sockets[.stdin]?.receive() else { return "" }
        return try Envelope(frames: frames).message().content(as: InputReply.self).value
    }

    /// Waits only on the control channel until a type of message arrives, and answers it.
    ///
    /// A shutdown request ends the wait as well, unless the kernel is stubborn.
    func waitForControl(until type: MessageType) throws {
        while let frames = try sockets[.control]?.receive() {
            let message = try Envelope(frames: frames).message()
            if message.type == .shutdownRequest && !habits.isStubborn { exit(0) }
            guard message.type == type else { continue }
            try reply(["status": "ok"], to: message, on: .control)
            return
        }
    }

    /// Replies to a request.
    private func reply(
        _ content: JSONObject, to message: Message, on channel: KernelChannel
    ) throws {
        let name = message.header.typeName.replacing("_request", with: "_reply")
        let reply = Message(
            identities: message.identities, header: session.header(for: MessageType(named: name)),
            parentHeader: message.header.json, content: content)
        try sockets[channel]?.send(session.frames(of: reply))
    }
}
