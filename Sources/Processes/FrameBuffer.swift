/// A buffer that assembles received bytes into frames.
///
/// On the wire, a frame begins with a header of five bytes: its length in four bytes,
/// little-endian, and the number of its descriptors in one. The bytes of the frame follow.
struct FrameBuffer {
    /// The size of a frame's header in bytes.
    static let headerSize = 5

    /// The bytes received.
    private var bytes: [UInt8] = []

    /// The offset of the first byte that belongs to no returned frame.
    private var start = 0

    /// The received descriptors that belong to no returned frame, in the order of their frames.
    private var descriptors: [Descriptor] = []

    /// Returns the header of a frame.
    static func header(of frame: ChannelFrame) -> [UInt8] {
        let length = UInt32(frame.bytes.count)
        return (0..<4).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
            + [UInt8(frame.descriptors.count)]
    }

    /// Appends received bytes and descriptors.
    mutating func append(_ piece: [UInt8], _ received: [Descriptor]) {
        bytes += piece
        descriptors += received
    }

    /// Indicates whether there is a complete frame.
    var hasNext: Bool { sizes != nil }

    /// The length and the number of descriptors of the next frame, or `nil` if it is not complete.
    private var sizes: (length: Int, descriptorCount: Int)? {
        let body = start + Self.headerSize
        guard bytes.count >= body else { return nil }
        let length = (0..<4).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
        let descriptorCount = Int(bytes[start + 4])
        guard bytes.count >= body + length, descriptors.count >= descriptorCount else { return nil }
        return (length, descriptorCount)
    }

    /// Returns the next frame, or `nil` if it is not complete yet.
    mutating func next() -> ChannelFrame? {
        guard let (length, descriptorCount) = sizes else { return nil }
        let body = start + Self.headerSize
        let frame = ChannelFrame(
            Array(bytes[body..<(body + length)]),
            descriptors: Array(descriptors.prefix(descriptorCount)))
        descriptors.removeFirst(descriptorCount)
        start = body + length
        compact()
        return frame
    }

    /// Frees the memory of returned frames once there is enough of it.
    private mutating func compact() {
        guard start == bytes.count || start > 1 << 20 else { return }
        bytes.removeFirst(start)
        start = 0
    }
}
