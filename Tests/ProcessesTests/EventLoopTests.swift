import Glibc
import Processes
import Testing

@Suite struct EventLoopTests {
    /// An actor that runs on a loop.
    private actor Resident {
        let loop: EventLoop
        nonisolated var unownedExecutor: UnownedSerialExecutor {
            loop.asUnownedSerialExecutor()
        }
        init(loop: EventLoop) { self.loop = loop }

        func thread() -> pthread_t { pthread_self() }

        func threadAfterReading(_ descriptor: Descriptor) async throws -> pthread_t {
            await loop.waitUntilReadable(descriptor)
            _ = try descriptor.read(upTo: 1)
            return pthread_self()
        }
    }

    @Test func runsItsActorsOnOneThreadAlsoAfterWaiting() async throws {
        let resident = Resident(loop: try EventLoop())
        let pipe = try Descriptor.pipe()
        async let reader = resident.threadAfterReading(pipe.reading)
        let thread = await resident.thread()
        try pipe.writing.write([1])
        #expect(try await reader == thread)
        #expect(thread != pthread_self())
    }

    @Test func wakesManyWaitersInTurn() async throws {
        let loop = try EventLoop()
        let pipes = try (0..<100).map { _ in try Descriptor.pipe() }
        await withTaskGroup(of: Void.self) { group in
            for pipe in pipes {
                group.addTask { await loop.waitUntilReadable(pipe.reading) }
            }
            for pipe in pipes { try? pipe.writing.write([1]) }
        }
    }

    @Test func doesNotWaitForWhatNeverBlocks() async throws {
        let loop = try EventLoop()
        let file = Descriptor(owning: open("/proc/self/stat", O_RDONLY))
        await loop.waitUntilReadable(file)
    }
}
