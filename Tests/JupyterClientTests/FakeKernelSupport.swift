import Glibc
import JupyterClient
import JupyterProtocol
import Processes
import TestSupport
import Testing

/// The fake kernel, which is built beside these tests.
enum FakeKernel {
    /// The path of its program.
    static let path = BuiltPrograms.fakeKernel

    /// Returns the specification of a fake kernel with some habits.
    static func specification(
        _ habits: String..., interruptMode: InterruptMode = .message,
        environment: [String: String] = [:]
    ) -> KernelSpecification {
        KernelSpecification(
            name: "fake", arguments: [path, "{connection_file}"] + habits, displayName: "Fake",
            language: "fake", interruptMode: interruptMode, environment: environment)
    }
}

extension RunningKernel {
    /// Starts a fake kernel with some habits.
    static func fake(
        _ specification: KernelSpecification = FakeKernel.specification(),
        transport: Transport = .ipc, workingDirectory: String? = nil,
        environment: [String: String] = [:], limit: Duration = .seconds(30),
        limits: KernelLimits = KernelLimits()
    ) async throws -> RunningKernel {
        var launch = KernelLaunch(
            specification, transport: transport, workingDirectory: workingDirectory,
            environment: environment, limit: limit)
        launch.limits = limits
        return try await start(launch, on: EventLoop())
    }

    /// Runs a cell and returns all events of it, up to its end or the kernel's.
    func play(_ code: String, cellID: String? = nil) async -> [KernelEvent.Content] {
        let events = events
        let id = execute(ExecuteRequest(code: code), cellID: cellID)
        var contents: [KernelEvent.Content] = []
        var isIdle = false
        var isAnswered = false
        for await event in events {
            if case .exit = event.content { return contents + [event.content] }
            guard event.parent == id else { continue }
            contents.append(event.content)
            if event.content == .status(.idle) { isIdle = true }
            if case .executeReply = event.content { isAnswered = true }
            if isIdle && isAnswered { break }
        }
        return contents
    }

    /// Runs a cell and returns its standard output.
    func output(of code: String, cellID: String? = nil) async -> String {
        await play(code, cellID: cellID).map { content in
            guard case .stream(let stream) = content else { return "" }
            return stream.text
        }.joined()
    }
}
