import Glibc
import Processes
import Testing

@Suite struct ChildProcessTests {
    private let loop: EventLoop

    init() throws { loop = try EventLoop() }

    /// Runs a shell script to its end and returns its output and its exit.
    private func shell(
        _ script: String, change: (inout ProcessConfiguration) -> Void = { _ in }
    ) async throws -> (output: String, status: ProcessExit) {
        var pipe: (reading: Descriptor, writing: Descriptor)? = try Descriptor.pipe()
        let reading = try #require(pipe?.reading)
        var configuration = ProcessConfiguration(
            executable: "/bin/sh", arguments: ["-c", script],
            descriptors: [nil, pipe?.writing, nil])
        change(&configuration)
        let child = try ChildProcess(starting: configuration)
        configuration.descriptors = []
        pipe = nil
        let status = await child.exit(on: loop)
        let output = try reading.read(upTo: 10_000) ?? []
        return (String(decoding: output, as: UTF8.self), status)
    }

    @Test func tellsHowTheProcessEnded() async throws {
        #expect(try await shell("exit 3").status == .exited(3))
        #expect(try await shell("kill -SEGV $$").status == .killed(signal: SIGSEGV))
        #expect(ProcessExit.killed(signal: SIGSEGV).description == "SIGSEGV")
    }

    @Test func handsOverDescriptorsEnvironmentAndFolder() async throws {
        let pipe = try Descriptor.pipe()
        let result = try await shell("echo $NAME; pwd; echo three >&3") { configuration in
            configuration.environment = ["NAME": "value"]
            configuration.workingDirectory = "/usr"
            configuration.descriptors.append(pipe.writing)
        }
        #expect(result.output == "value\n/usr\n")
        #expect(try pipe.reading.read(upTo: 100) == Array("three\n".utf8))
    }

    /// Also what the process starts, and whatever else is asked for.
    @Test func confinesProcessesToProcessors() async throws {
        let processor = try #require(Processors.allowed.last)
        let script =
            "exec setsid sh -c 'grep ed_list /proc/self/status; cat /proc/self/oom_score_adj'"
        let result = try await shell(script) { configuration in
            configuration.processors = [processor, 1000]
            configuration.isExpendable = true
        }
        let lines = result.output.split(separator: "\n").filter { !$0.hasPrefix("Mems") }
        #expect(lines == ["Cpus_allowed_list:\t\(processor)", "1000"])
    }

    @Test func leavesNoOtherDescriptorsOpen() async throws {
        let result = try await shell("exec ls /proc/self/fd")
        // The last is the folder that ls reads.
        #expect(result.output == "0\n1\n2\n3\n")
    }

    @Test func namesTheProgramThatCannotBeStarted() {
        let error = #expect(throws: ProcessError.self) {
            try ChildProcess(starting: ProcessConfiguration(executable: "/no/such/program"))
        }
        #expect(
            error?.description
                == "could not start /no/such/program: no such file or directory (2)")
    }

    @Test func signalsTheWholeGroup() async throws {
        let pipe = try Descriptor.pipe()
        var configuration = ProcessConfiguration(
            executable: "/bin/sh", arguments: ["-c", "sleep 1000 & echo started; wait"],
            descriptors: [nil, pipe.writing, nil])
        configuration.leadsProcessGroup = true
        let child = try ChildProcess(starting: configuration)
        #expect(try pipe.reading.read(upTo: 100) == Array("started\n".utf8))
        child.sendToGroup(signal: SIGKILL)
        #expect(await child.exit(on: loop) == .killed(signal: SIGKILL))
    }
}
