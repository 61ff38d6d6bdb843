import JSON
import JupyterProtocol
import KernelServer
import Logging
import Synchronization

/// A kernel with a fake evaluator for one test.
struct TestKernel {
    let kernel: Kernel
    let connection: ConnectionFile
    let evaluator: FakeEvaluator
    let log: LogRecorder
    private let running: Task<Void, any Error>

    static let info = KernelInfoReply(
        implementation: "test", implementationVersion: "1",
        languageInfo: LanguageInfo(
            name: "swift", version: "6", mimeType: "text/x-swift", fileExtension: ".swift"),
        banner: "a test")

    /// Starts a kernel and returns when it can be reached.
    init(
        _ evaluator: FakeEvaluator = FakeEvaluator(),
        on startup: StartupFile = .connection(ConnectionFile()), storedAt path: String? = nil
    ) async throws {
        let log = LogRecorder()
        let kernel = Kernel(
            serving: evaluator, as: Self.info, on: startup, storedAt: path,
            logger: Logger(label: "test") { _ in log })
        let (ready, continuation) = AsyncStream.makeStream(of: ConnectionFile.self)
        let running = Task {
            defer { continuation.finish() }
            try await kernel.run { continuation.yield($0) }
        }
        guard let connection = await ready.first(where: { _ in true }) else {
            try await running.value
            throw CancellationError()
        }
        (self.kernel, self.connection, self.running) = (kernel, connection, running)
        (self.evaluator, self.log) = (evaluator, log)
    }

    /// Shuts the kernel down, and returns when it has ended.
    func end() async throws {
        kernel.shutDown()
        try await running.value
    }

    /// Waits for the kernel to end by itself.
    func hasEnded() async throws { try await running.value }

    /// Interrupts the running cell.
    func interrupt() { kernel.interrupt() }

    /// Cancels the task that runs the kernel.
    func cancel() { running.cancel() }
}

/// A log handler that keeps all messages.
final class LogRecorder: LogHandler {
    private let entries = Mutex<[String]>([])
    let lines: AsyncStream<String>
    private let added: AsyncStream<String>.Continuation

    init() {
        (lines, added) = AsyncStream.makeStream()
    }

    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }
    var logLevel: Logger.Level {
        get { .trace }
        set {}
    }
    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }

    /// All logged messages.
    var all: [String] { entries.withLock { $0 } }

    func log(event: LogEvent) {
        let line = "\(event.level): \(event.message)"
        entries.withLock { $0.append(line) }
        added.yield(line)
    }
}
