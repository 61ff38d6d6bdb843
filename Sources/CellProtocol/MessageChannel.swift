internal import JSON
public import Processes

/// One end of a channel that carries typed messages as JSON.
public struct MessageChannel<Outgoing: Encodable & Sendable, Incoming: Decodable & Sendable>:
    Sendable
{
    /// The underlying channel.
    public let channel: Channel

    /// Creates a message channel over a channel.
    public init(_ channel: Channel) {
        self.channel = channel
    }

    /// Sends a message, with descriptors of which the receiver gets copies.
    ///
    /// - Throws: `ProcessError` if the other end is closed.
    public func send(_ message: Outgoing, descriptors: [Descriptor] = []) throws {
        let bytes = try JSONValue(encoding: message).bytes()
        try channel.send(ChannelFrame(bytes, descriptors: descriptors))
    }

    /// Waits for the next message and its descriptors; returns `nil` if the other end is closed.
    public func receive(on loop: EventLoop) async throws -> (Incoming, [Descriptor])? {
        try Self.decode(await channel.receive(on: loop))
    }

    /// Waits for the next message and its descriptors, blocking the thread; returns `nil` if the
    /// other end is closed.
    public func receiveBlocking() throws -> (Incoming, [Descriptor])? {
        try Self.decode(channel.receiveBlocking())
    }

    /// Decodes a frame as a message.
    private static func decode(_ frame: ChannelFrame?) throws -> (Incoming, [Descriptor])? {
        guard let frame else { return nil }
        let message = try JSONValue(parsing: frame.bytes).decoded(as: Incoming.self)
        return (message, frame.descriptors)
    }
}
