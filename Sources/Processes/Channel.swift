internal import CProcesses
internal import Glibc
internal import Synchronization

/// One end of a socket pair between two processes, which carries frames in both directions.
///
/// A frame's descriptors are sent with its first byte.
public final class Channel: Sendable {
    /// The socket.
    public let descriptor: Descriptor

    /// The received bytes of incomplete frames.
    private let buffer = Mutex(FrameBuffer())

    /// A lock that keeps the frames of different threads from mixing.
    private let sending = Mutex(())

    /// Takes ownership of a connected stream socket.
    public init(_ descriptor: Descriptor) {
        self.descriptor = descriptor
    }

    /// Creates a connected pair.
    public static func pair() throws(ProcessError) -> (Channel, Channel) {
        var ends: [Int32] = [0, 0]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        try ProcessError.check("make a socket pair", socketpair(AF_UNIX, kind, 0, &ends))
        return (Channel(Descriptor(owning: ends[0])), Channel(Descriptor(owning: ends[1])))
    }

    /// Sends a frame, blocking while the socket's buffer is full.
    ///
    /// - Throws: `ProcessError` if the other end is closed.
    public func send(_ frame: ChannelFrame) throws(ProcessError) {
        precondition(frame.descriptors.count <= ChannelFrame.maximumDescriptorCount)
        let message = FrameBuffer.header(of: frame) + frame.bytes
        try sending.withLock { _ throws(ProcessError) in
            try send(message, with: frame.descriptors)
        }
    }

    /// Waits for a frame, blocking the thread; returns `nil` if the other end is closed.
    public func receiveBlocking() throws(ProcessError) -> ChannelFrame? {
        while true {
            if let frame = nextReceived() { return frame }
            guard try fill(waits: true) else { return nil }
        }
    }

    /// Waits for the next frame; returns `nil` if the other end is closed.
    ///
    /// At most one task at a time may wait for frames of a channel.
    public func receive(on loop: EventLoop) async throws(ProcessError) -> ChannelFrame? {
        while true {
            if let frame = nextReceived() { return frame }
            await loop.waitUntilReadable(descriptor)
            guard try fill(waits: false) else { return nil }
        }
    }

    /// Indicates whether a frame has been received completely, so that the descriptor need not be
    /// readable for `receive` to return.
    var hasReceivedFrame: Bool { buffer.withLock { $0.hasNext } }

    /// Returns the next frame that has already been received completely.
    private func nextReceived() -> ChannelFrame? { buffer.withLock { $0.next() } }

    /// Sends the bytes of a frame, and the descriptors with the first byte.
    private func send(_ message: [UInt8], with descriptors: [Descriptor]) throws(ProcessError) {
        var descriptors = descriptors.map(\.number)
        var rest = message[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { bytes in
                processes_send(
                    descriptor.number, bytes.baseAddress, bytes.count, descriptors,
                    descriptors.count)
            }
            if count == -Int(EAGAIN) {
                descriptor.waitUntilReady(for: Int16(POLLOUT))
                continue
            }
            rest = rest.dropFirst(try ProcessError.checkShim("send to another process", count))
            descriptors = []
        }
    }

    /// Receives the available bytes; returns false if the other end is closed.
    private func fill(waits: Bool) throws(ProcessError) -> Bool {
        var numbers = [Int32](repeating: -1, count: Int(PROCESSES_MAXIMUM_DESCRIPTORS))
        var numberCount = 0
        var result = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { space, filled in
            result = processes_receive(
                descriptor.number, space.baseAddress, space.count, &numbers, &numberCount,
                waits ? 0 : Int32(MSG_DONTWAIT))
            filled = max(result, 0)
        }
        if result == -Int(EAGAIN) { return true }
        // A peer that ends without reading all our bytes causes a reset instead of an end of file.
        if result == -Int(ECONNRESET) { return false }
        try ProcessError.checkShim("receive from another process", result)
        let descriptors = numbers.prefix(numberCount).map(Descriptor.init(owning:))
        buffer.withLock { $0.append(bytes, descriptors) }
        return result > 0
    }
}
