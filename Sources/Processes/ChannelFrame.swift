/// A message between two processes of ours: bytes, and open descriptors that travel with them.
public struct ChannelFrame: Sendable {
    /// The message.
    public var bytes: [UInt8]

    /// The descriptors that the receiver gets copies of.
    public var descriptors: [Descriptor]

    /// The most descriptors that one frame carries.
    public static let maximumDescriptorCount = 8

    /// Makes a frame.
    public init(_ bytes: [UInt8], descriptors: [Descriptor] = []) {
        self.bytes = bytes
        self.descriptors = descriptors
    }
}
