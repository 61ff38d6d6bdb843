/// Received bytes on their way to become frames.
///
/// On a line, a frame is a header of five bytes, its length in four bytes with the lowest first and
/// the number of its descriptors in one, and then its bytes.
struct FrameBuffer {
    /// How many bytes stand before a frame's own.
    static let headerSize = 5

    /// The bytes received.
    private var bytes: [UInt8] = []

    /// Where the first byte lies that belongs to no returned frame.
    private var start = 0

    /// The descriptors received that belong to no returned frame, in the order of their frames.
    private var descriptors: [Descriptor] = []

    /// Returns the header of a frame.
    static func header(of frame: ChannelFrame) -> [UInt8] {
        let length = UInt32(frame.bytes.count)
        return (0..<4).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
            + [UInt8(frame.descriptors.count)]
    }

    /// Takes a piece as it was received.
    mutating func append(_ piece: [UInt8], _ received: [Descriptor]) {
        bytes += piece
        descriptors += received
    }

    /// Returns the next frame, where it is complete.
    mutating func next() -> ChannelFrame? {
        let body = start + Self.headerSize
        guard bytes.count >= body else { return nil }
        let length = (0..<4).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
        let descriptorCount = Int(bytes[start + 4])
        guard bytes.count >= body + length, descriptors.count >= descriptorCount else { return nil }
        let frame = ChannelFrame(
            Array(bytes[body..<(body + length)]),
            descriptors: Array(descriptors.prefix(descriptorCount)))
        descriptors.removeFirst(descriptorCount)
        start = body + length
        compact()
        return frame
    }

    /// Gives back the memory of returned frames, once it is worth it.
    private mutating func compact() {
        guard start == bytes.count || start > 1 << 20 else { return }
        bytes.removeFirst(start)
        start = 0
    }
}
