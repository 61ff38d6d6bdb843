/// A message between two processes: bytes, and open descriptors that are sent along.
public struct ChannelFrame: Sendable {
    /// The bytes of the message.
    public var bytes: [UInt8]

    /// The descriptors, of which the receiver gets copies.
    public var descriptors: [Descriptor]

    /// The maximum number of descriptors per frame.
    public static let maximumDescriptorCount = 8

    /// Creates a frame.
    public init(_ bytes: [UInt8], descriptors: [Descriptor] = []) {
        self.bytes = bytes
        self.descriptors = descriptors
    }
}
