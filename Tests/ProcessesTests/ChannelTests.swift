import Glibc
import Processes
import TestSupport
import Testing

@Suite struct ChannelTests {
    private let loop: EventLoop

    init() throws { loop = try EventLoop() }

    @Test func carriesFramesOfAnySizeInOrder() async throws {
        let (left, right) = try Channel.pair()
        let sizes = [0, 1, 5, 70_000, 3_000_000, 2]
        async let sender: Void = Blocking.run {
            for size in sizes { try left.send(ChannelFrame([UInt8](repeating: 7, count: size))) }
        }
        for size in sizes {
            let frame = try await right.receive(on: loop)
            #expect(frame?.bytes.count == size)
        }
        try await sender
    }

    @Test func carriesDescriptorsWithTheFrameTheyBelongTo() async throws {
        let (left, right) = try Channel.pair()
        let pipe = try Descriptor.pipe()
        try left.send(ChannelFrame([1]))
        try left.send(ChannelFrame([2], descriptors: [pipe.writing]))
        try left.send(ChannelFrame([3]))
        #expect(try right.receiveBlocking()?.descriptors.count == 0)
        let second = try await right.receive(on: loop)
        try #require(second?.descriptors.first).write([42])
        #expect(try pipe.reading.read(upTo: 10) == [42])
        #expect(try right.receiveBlocking()?.bytes == [3])
    }

    /// Frames that were received together with an earlier one are still to be read, although the
    /// socket is empty; a message may explain the end of a process, so it comes first.
    @Test func reportsAMessageBeforeTheEndOfAProcess() throws {
        let (left, right) = try Channel.pair()
        for byte: UInt8 in 1...3 { try left.send(ChannelFrame([byte])) }
        let child = try ChildProcess(starting: ProcessConfiguration(executable: "/bin/true"))
        let process = ForkedProcess(adopting: child.identifier)
        for byte: UInt8 in 1...3 {
            guard case .messageArrived = process.wait(orFor: right) else {
                Issue.record("the end of the process came before message \(byte)")
                return
            }
            #expect(try right.receiveBlocking()?.bytes == [byte])
        }
        guard case .ended = process.wait(orFor: right) else {
            Issue.record("no end")
            return
        }
    }

    @Test func endsWhenTheOtherEndIsClosed() async throws {
        var (left, right): (Channel?, Channel) = try Channel.pair()
        try left?.send(ChannelFrame([1]))
        left = nil
        #expect(try await right.receive(on: loop)?.bytes == [1])
        #expect(try await right.receive(on: loop)?.bytes == nil)
        let error = #expect(throws: ProcessError.self) { try right.send(ChannelFrame([1])) }
        #expect(error?.description == "could not send to another process: broken pipe (32)")
    }
}
