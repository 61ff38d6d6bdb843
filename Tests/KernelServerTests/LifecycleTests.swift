import Evaluation
import Glibc
import JSON
import JupyterProtocol
import KernelServer
import Logging
import Testing
import ZeroMQ

@Suite(.timeLimit(.minutes(5))) struct LifecycleTests {
    @Test func welcomesEverySubscriberBeforeItSaysThatItIsStarting() async throws {
        let kernel = try await TestKernel()
        let first = try await TestClient(kernel.connection, isWelcomed: false)
        let welcome = try await first.next(on: .iopub)
        #expect(welcome.type == .iopubWelcome)
        #expect(welcome.content == ["subscription": ""])
        #expect(welcome.parentHeader.isEmpty)
        #expect(welcome.identities == [[]])
        let starting = try await first.next(on: .iopub)
        #expect(starting.summary == "status starting")
        #expect(starting.parentHeader.isEmpty)
        let second = try await TestClient(kernel.connection, isWelcomed: false)
        #expect(try await second.next(on: .iopub).type == .iopubWelcome)
        let request = second.send(KernelInfoRequest())
        #expect(try await second.next(on: .iopub).parentID == request.id)
        try await kernel.end()
    }

    @Test func welcomesToTheTopicThatWasAskedFor() async throws {
        let kernel = try await TestKernel()
        let socket = try Socket(.subscriber, in: try Context())
        try socket.connect(to: Endpoint(rawValue: kernel.connection.endpoint(of: .iopub)))
        // Bytes that are not UTF-8 are no topic, and get no welcome.
        try socket.subscribe(to: [0xFF])
        try socket.subscribe(to: Array("stream".utf8))
        let (frames, continuation) = AsyncStream.makeStream(of: [Frame].self)
        let thread = try SocketThread(
            named: "topic", sockets: [KernelChannel.iopub: socket],
            delegate: .init(didReceive: { continuation.yield($1) }, didFail: { _, _ in }))
        let message = try #require(await frames.first { _ in true })
        #expect(message[0] == Array("stream".utf8))
        let content = try Envelope(frames: message).message().content
        #expect(content == ["subscription": "stream"])
        await thread.close()
        try await kernel.end()
    }

    @Test(arguments: [KernelChannel.shell, .control], [false, true])
    func endsWhenAClientAsksForIt(channel: KernelChannel, restarts: Bool) async throws {
        let kernel = try await TestKernel()
        let client = try await TestClient(kernel.connection)
        let request = client.send(ShutdownRequest(restarts: restarts), on: channel)
        let content: JSONObject = ["status": "ok", "restart": .bool(restarts)]
        #expect(try await client.reply(to: request, on: channel).content == content)
        let outputs = try await client.outputs(of: request)
        #expect(
            outputs.map(\.summary)
                == ["status busy", "shutdown_reply ok", "status idle"])
        #expect(outputs[1].content == content)
        try await kernel.hasEnded()
        #expect(kernel.evaluator.record.hasShutDown)
    }

    @Test func answersCellsThatRunOrWaitWhenItEnds() async throws {
        let kernel = try await TestKernel(.waitingForInterrupts())
        let client = try await TestClient(kernel.connection)
        let running = client.send("a" as ExecuteRequest)
        while try await client.next(on: .iopub).summary != "execute_input a" {}
        let waiting = client.send("b" as ExecuteRequest)
        _ = try await client.reply(to: client.send(KernelInfoRequest()))
        client.send(ShutdownRequest(restarts: false), on: .control)
        #expect(try await client.reply(to: running).content["ename"] == "Interrupted")
        let reply = try await client.reply(to: waiting)
        #expect(
            reply.content["evalue"] == "could not run the cell: an earlier cell failed"
                || reply.content["evalue"] == "could not run the cell: the kernel is shutting down")
        try await kernel.hasEnded()
    }

    @Test func endsWhenItsTaskIsCancelled() async throws {
        let kernel = try await TestKernel(.waitingForInterrupts())
        let client = try await TestClient(kernel.connection)
        let running = client.send("a" as ExecuteRequest)
        while try await client.next(on: .iopub).summary != "execute_input a" {}
        kernel.cancel()
        #expect(try await client.reply(to: running).content["ename"] == "Interrupted")
        try await kernel.hasEnded()
    }

    @Test func answersTheHeartbeat() async throws {
        let kernel = try await TestKernel()
        let socket = try Socket(.request, in: try Context())
        try socket.connect(to: Endpoint(rawValue: kernel.connection.endpoint(of: .heartbeat)))
        try socket.send([Array("are you there".utf8)])
        #expect(try socket.receive() == [Array("are you there".utf8)])
        try await kernel.end()
    }

    // MARK: Connections

    @Test func servesThroughSocketFiles() async throws {
        let path = "/tmp/unroll-test-\(UInt64.random(in: 0 ... .max))"
        let connection = ConnectionFile(transport: .ipc, ip: path)
        let kernel = try await TestKernel(on: .connection(connection))
        #expect(kernel.connection.ports.areComplete)
        let client = try await TestClient(kernel.connection)
        _ = try await client.execute("cell")
        let other = try await TestKernel(on: .connection(connection))
        _ = try await TestClient(other.connection).execute("cell")
        try await kernel.end()
        try await other.end()
        for number in 1...10 { #expect(access("\(path)-\(number)", F_OK) != 0) }
    }

    @Test func servesEncrypted() async throws {
        let keys = try CurveKeyPair.generate()
        var connection = ConnectionFile()
        connection.curveKeys = CurveKeys(publicKey: keys.publicKey, secretKey: keys.secretKey)
        let kernel = try await TestKernel(on: .connection(connection))
        _ = try await TestClient(kernel.connection).execute("cell")
        try await kernel.end()
    }

    @Test func writesThePortsThatItPickedAndTakesTheFileAway() async throws {
        let path = "/tmp/unroll-test-\(UInt64.random(in: 0 ... .max)).json"
        let kernel = try await TestKernel(on: try StartupFile.read(path), storedAt: path)
        #expect(try ConnectionFile(readingFrom: path) == kernel.connection)
        #expect(kernel.connection.ports.areComplete)
        try await kernel.end()
        #expect(access(path, F_OK) != 0)
    }

    @Test func leavesAFileThatWasComplete() async throws {
        let path = "/tmp/unroll-test-\(UInt64.random(in: 0 ... .max)).json"
        defer { unlink(path) }
        let first = try await TestKernel(
            on: .connection(ConnectionFile(transport: .ipc, ip: path)))
        try first.connection.write(to: path)
        try await first.end()
        let second = try await TestKernel(on: try StartupFile.read(path), storedAt: path)
        #expect(second.connection == first.connection)
        try await second.end()
        #expect(try ConnectionFile(readingFrom: path) == first.connection)
    }

    @Test func namesTheChannelWhosePortIsInUse() async throws {
        let first = try await TestKernel()
        var connection = ConnectionFile()
        connection.ports.stdin = first.connection.ports.shell
        let evaluator = FakeEvaluator()
        let error = await #expect(throws: KernelServerError.self) {
            _ = try await TestKernel(evaluator, on: .connection(connection))
        }
        #expect(
            error?.description == "could not open the stdin channel at "
                + "\(first.connection.endpoint(of: .shell)): address already in use (98); "
                + "end the process that uses it, or start the kernel with other ports")
        #expect(evaluator.record.hasShutDown)
        try await first.end()
    }

    // MARK: Registration

    /// A launcher that waits for a kernel to announce its ports.
    private struct Launcher {
        let registration: RegistrationFile
        let announcements: AsyncStream<[Frame]>
        let thread: SocketThread<KernelChannel>

        init() throws {
            let socket = try Socket(.router, in: try Context())
            let endpoint = try socket.bind(to: .tcp("127.0.0.1"))
            registration = RegistrationFile(
                kernelID: "u", port: try #require(endpoint.port), key: "k")
            let (stream, continuation) = AsyncStream.makeStream(of: [Frame].self)
            announcements = stream
            thread = try SocketThread(
                named: "launcher", sockets: [.control: socket],
                delegate: .init(didReceive: { continuation.yield($1) }, didFail: { _, _ in }))
        }
    }

    @Test func tellsALauncherThePortsThatItPicked() async throws {
        let launcher = try Launcher()
        let folder = "/tmp/unroll-test-\(UInt64.random(in: 0 ... .max))"
        mkdir(folder, 0o700)
        defer { rmdir(folder) }
        async let starting = TestKernel(
            on: .registration(launcher.registration), storedAt: "\(folder)/registration.json")
        let announcement = try #require(await launcher.announcements.first { _ in true })
        launcher.thread.send(
            [announcement[0]] + launcher.registration.acknowledgement(), on: .control)
        let kernel = try await starting
        let ports = try launcher.registration.ports(announcedBy: announcement)
        #expect(ports == kernel.connection.ports)
        let stored = try ConnectionFile(readingFrom: "\(folder)/kernel-u.json")
        #expect(stored == kernel.connection)
        _ = try await TestClient(stored).execute("cell")
        try await kernel.end()
        #expect(access("\(folder)/kernel-u.json", F_OK) != 0)
    }

    @Test func saysThatTheLauncherAnswersStrangely() async throws {
        let launcher = try Launcher()
        let endpoint = launcher.registration.endpoint
        async let error = #expect(throws: KernelServerError.self) {
            _ = try await TestKernel(on: .registration(launcher.registration))
        }
        let announcement = try #require(await launcher.announcements.first { _ in true })
        launcher.thread.send([announcement[0], [1]], on: .control)
        #expect(
            await error?.description == "could not register the kernel at \(endpoint): "
                + "could not read a message: 2 frames should follow <IDS|MSG> in a registration")
    }

    @Test func saysThatTheLauncherIsSilent() async throws {
        let launcher = try Launcher()
        let endpoint = launcher.registration.endpoint
        let error = await #expect(throws: KernelServerError.self) {
            _ = try await TestKernel(on: .registration(launcher.registration))
        }
        #expect(
            error?.description == "could not register the kernel at \(endpoint): "
                + "nobody answered within 5 seconds; start the kernel again")
    }
}
