import Files
import Glibc
import JupyterClient
import JupyterProtocol
import TestSupport
import Testing

@Suite struct KernelStartTests {
    @Test func saysWhyAKernelEndedAtItsStart() async {
        let error = await #expect(throws: JupyterClientError.self) {
            try await RunningKernel.fake(FakeKernel.specification("--exits", "7"))
        }
        #expect(
            error?.description
                == "could not start the kernel fake: it ended with exit code 7 before "
                + "it answered; it wrote:\n  first line\n  something is missing")
    }

    @Test func saysThatAKernelDoesNotAnswer() async {
        let error = await #expect(throws: JupyterClientError.self) {
            try await RunningKernel.fake(FakeKernel.specification("--silent"), limit: .seconds(1))
        }
        #expect(
            error?.description == "could not start the kernel fake: it did not answer within 1 s; "
                + "allow more with --start-timeout")
    }

    @Test(arguments: ["/no/such/program", "no-such-program", ""])
    func saysThatTheProgramIsMissing(program: String) async {
        var specification = FakeKernel.specification()
        specification.arguments = [program]
        let error = await #expect(throws: JupyterClientError.self) {
            try await RunningKernel.fake(specification)
        }
        #expect(
            error?.description == "could not start the kernel fake: its program \"\(program)\" "
                + "cannot be found or executed; install the kernel again")
    }

    @Test func saysThatTheFolderToWorkInIsMissing() async {
        let error = await #expect(throws: JupyterClientError.self) {
            try await RunningKernel.fake(workingDirectory: "/no/such/folder")
        }
        #expect(
            error?.description == "could not prepare the kernel fake: could not start "
                + "\(FakeKernel.path): no such file or directory (2)")
    }

    @Test func triesAgainWhereSomebodyTookAPort() async throws {
        let folder = try TemporaryFolder()
        let specification = FakeKernel.specification("--port-taken-once", "\(folder.path)/marker")
        let kernel = try await RunningKernel.fake(specification, transport: .tcp)
        #expect(access("\(folder.path)/marker", F_OK) == 0)
        await kernel.shutDown()
    }

    @Test func keepsTheConnectionFileToItselfAndRemovesIt() async throws {
        let folder = try TemporaryFolder()
        let kernel = try await RunningKernel.fake(environment: ["XDG_RUNTIME_DIR": folder.path])
        let runtime = try #require(folder.names.first)
        var status = stat()
        stat("\(folder.path)/\(runtime)", &status)
        #expect(status.st_mode & 0o777 == 0o700)
        stat("\(folder.path)/\(runtime)/kernel.json", &status)
        #expect(status.st_mode & 0o777 == 0o600)
        await kernel.shutDown()
        #expect(folder.names.isEmpty)
    }
}
