import Files
import Glibc
import JSON
import JupyterClient
import JupyterProtocol
import Processes
import TestSupport
import Testing

@Suite struct KernelTests {
    @Test(arguments: [Transport.ipc, .tcp])
    func startsAKernelTalksToItAndEndsIt(transport: Transport) async throws {
        let kernel = try await RunningKernel.fake(transport: transport)
        #expect(kernel.description.implementation == "fake")
        #expect(kernel.description.languageInfo["file_extension"] == ".fake")
        let contents = await kernel.play("print hello\nresult 42")
        let count = ExecuteReply(
            executionCount: 1, outcome: .succeeded(payloads: [], userExpressions: []))
        let value = DisplayData(data: ["text/plain": "42"])
        // The reply comes on another channel than the outputs, and may arrive before them.
        #expect(contents.contains(.executeReply(count)))
        #expect(
            contents.filter { $0 != .executeReply(count) } == [
                .status(.busy),
                .input(ExecuteInput(code: "print hello\nresult 42", executionCount: 1)),
                .stream(StreamContent(name: .standardOutput, text: "hello\n")),
                .result(ExecuteResult(executionCount: 1, display: value)), .status(.idle),
            ])
        #expect(await kernel.shutDown() == KernelExit(status: .exited(0)))
    }

    @Test(arguments: [Transport.ipc, .tcp])
    func startsKernelsThatDoNotSayWhenASubscriptionTakesEffect(transport: Transport) async throws {
        let kernel = try await RunningKernel.fake(
            FakeKernel.specification("--no-welcome"), transport: transport)
        #expect(await kernel.output(of: "print first") == "first\n")
        await kernel.shutDown()
    }

    @Test func handsOverWhatTheKernelIsStartedWith() async throws {
        let folder = try TemporaryFolder()
        let kernel = try await RunningKernel.fake(
            FakeKernel.specification(environment: ["OURS": "${THEIRS}-$MISSING-$$"]),
            workingDirectory: folder.path, environment: ["THEIRS": "value"])
        #expect(await kernel.output(of: "cwd") == "\(folder.path)\n")
        #expect(await kernel.output(of: "env OURS") == "value-$MISSING-$\n")
        #expect(await kernel.output(of: "env JPY_PARENT_PID") == "\(getpid())\n")
        #expect(await kernel.output(of: "cell-id", cellID: "abc") == "abc\n")
        #expect(await kernel.output(of: "cell-id") == "none\n")
        await kernel.shutDown()
    }

    @Test(arguments: ["bin", "elsewhere"])
    func findsTheProgramBesideTheKernelOrOnThePath(place: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "\(place)/a-kernel")
        unlink("\(folder.path)/\(place)/a-kernel")
        symlink(FakeKernel.path, "\(folder.path)/\(place)/a-kernel")
        var specification = FakeKernel.specification()
        specification.folder = "\(folder.path)/share/jupyter/kernels/fake"
        specification.arguments[0] = "a-kernel"
        let kernel = try await RunningKernel.fake(
            specification, environment: ["PATH": "/nowhere:\(folder.path)/elsewhere"])
        await kernel.shutDown()
    }

    @Test func interruptsByMessage() async throws {
        let kernel = try await RunningKernel.fake()
        let id = kernel.execute(ExecuteRequest(code: "hang"))
        for await event in kernel.events {
            if case .input = event.content { await kernel.interrupt() }
            guard event.parent == id, case .executeReply(let reply) = event.content else {
                continue
            }
            let error = ErrorContent(name: "Interrupted", value: "", traceback: ["Interrupted"])
            #expect(reply.outcome == .failed(error))
            break
        }
        await kernel.shutDown()
    }

    @Test func interruptsBySignal() async throws {
        let kernel = try await RunningKernel.fake(FakeKernel.specification(interruptMode: .signal))
        await kernel.interrupt()
        #expect(await kernel.play("") == [.exit(KernelExit(status: .killed(signal: SIGINT)))])
    }

    @Test func answersCellsThatAskForALine() async throws {
        let kernel = try await RunningKernel.fake()
        _ = kernel.execute(ExecuteRequest(code: "ask name?", allowsInput: true))
        for await event in kernel.events {
            if event.content == .inputRequest(InputRequest(prompt: "name?")) {
                kernel.answer("Ada")
            }
            guard case .stream(let stream) = event.content else { continue }
            #expect(stream.text == "Ada\n")
            break
        }
        await kernel.shutDown()
    }

    @Test func saysHowAKernelEndedAndWhatItWroteLast() async throws {
        let kernel = try await RunningKernel.fake()
        let exit = KernelExit(status: .exited(3), lines: ["one", "two"])
        let last = await kernel.play("print before\nlog one\nlog two\nexit 3").last
        #expect(last == .exit(exit))
        #expect(exit.description == "exit code 3")
        #expect(await kernel.shutDown() == exit)
    }

    @Test func noticesAKernelThatIsKilled() async throws {
        let kernel = try await RunningKernel.fake()
        let exit = KernelExit(status: .killed(signal: SIGKILL))
        #expect(await kernel.play("kill 9").last == .exit(exit))
        #expect(exit.description == "SIGKILL, perhaps for want of memory")
    }

    /// The processes that a cell starts: in the kernel's group, in one of their own, and daemons.
    private static let waysToStart = [
        "sleep 60 & ", "setsid sleep 60 & ", "(setsid sh -c 'sleep 60; :' &) & ",
    ]

    @Test(arguments: waysToStart)
    func endsAKernelWithTooManyProcesses(way: String) async throws {
        var limits = KernelLimits()
        limits.processCount = 30
        try ForkedProcess.becomeParentOfOrphans()
        let kernel = try await RunningKernel.fake(
            environment: ["PATH": "/usr/bin:/bin"], limits: limits)
        let loop = "shell i=0; while [ $i -lt 100 ]; do \(way) i=$((i+1)); done; wait; sleep 60"
        guard case .exit(let exit)? = await kernel.play(loop).last else {
            Issue.record("the kernel has not ended")
            return
        }
        #expect(exit.status == .killed(signal: SIGKILL))
        #expect(exit.description.contains("processes, and 30 are allowed"), "\(exit)")
        #expect(await kernel.shutDown().excess == exit.excess)
    }

    /// Many small processes are as bad as one large one.
    @Test(arguments: [1, 4])
    func endsAKernelThatUsesTooMuchMemory(processCount: Int) async throws {
        var limits = KernelLimits()
        limits.memory = 150_000_000
        let kernel = try await RunningKernel.fake(
            environment: ["PATH": "/usr/bin:/bin"], limits: limits)
        let hoard = "(head -c \(240_000_000 / processCount) /dev/zero; sleep 60) | tail -n 1 & "
        let hoards = String(repeating: hoard, count: processCount)
        guard case .exit(let exit)? = await kernel.play("shell \(hoards) wait").last else {
            Issue.record("the kernel has not ended")
            return
        }
        #expect(exit.description.contains("MB of memory, and 150 MB are allowed"), "\(exit)")
        await kernel.shutDown()
    }

    @Test func leavesKernelsAloneThatKeepTheirLimits() async throws {
        var limits = KernelLimits()
        limits.processCount = 30
        limits.memory = 500_000_000
        limits.processors = [0]
        let kernel = try await RunningKernel.fake(
            environment: ["PATH": "/usr/bin:/bin"], limits: limits)
        let twice =
            "shell for i in 1 2 3 4 5; do sleep 0.1 & done; wait; echo done > /dev/null\nprint a"
        #expect(await kernel.output(of: twice) == "a\n")
        #expect(await kernel.shutDown().excess == nil)
    }

    @Test func killsAKernelThatDoesNotWantToEnd() async throws {
        let kernel = try await RunningKernel.fake(FakeKernel.specification("--stubborn"))
        let exit = await kernel.shutDown(patience: .milliseconds(50))
        #expect(exit.status == .killed(signal: SIGKILL))
    }

    @Test func passesOnThatAMessageIsNotTheKernels() async throws {
        let kernel = try await RunningKernel.fake()
        _ = kernel.execute(ExecuteRequest(code: "forge"))
        for await event in kernel.events {
            guard case .refused(let problem) = event.content else { continue }
            #expect(problem.hasPrefix("could not accept a message: its signature"))
            break
        }
        await kernel.shutDown()
    }

    @Test func passesOnThatAMessageCouldNotBeReadAndWhatLedToIt() async throws {
        let kernel = try await RunningKernel.fake()
        let id = kernel.execute(ExecuteRequest(code: "raw stream {\"name\""))
        for await event in kernel.events {
            guard case .malformed(let problem) = event.content else { continue }
            #expect(event.parent == id)
            #expect(problem.contains("its content is not JSON"))
            break
        }
        await kernel.shutDown()
    }

    @Test func deliversFloodsWholeAndInOrder() async throws {
        let kernel = try await RunningKernel.fake()
        let output = await kernel.output(of: "flood 5000")
        #expect(output == (0..<5000).map { "line \($0)\n" }.joined())
        await kernel.shutDown()
    }
}
