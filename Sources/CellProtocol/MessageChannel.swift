internal import JSON
public import Processes

/// One end of a line on which messages of known types travel as JSON.
public struct MessageChannel<Outgoing: Encodable & Sendable, Incoming: Decodable & Sendable>:
    Sendable
{
    /// The line.
    public let channel: Channel

    /// Speaks over a line.
    public init(_ channel: Channel) {
        self.channel = channel
    }

    /// Sends a message, with descriptors that the receiver gets copies of.
    ///
    /// - Throws: `ProcessError`, where the other end is gone.
    public func send(_ message: Outgoing, descriptors: [Descriptor] = []) throws {
        let bytes = try JSONValue(encoding: message).bytes()
        try channel.send(Frame(bytes, descriptors: descriptors))
    }

    /// Returns the next message and its descriptors; nothing, where the other end is closed.
    public func receive(on loop: EventLoop) async throws -> (Incoming, [Descriptor])? {
        try Self.decode(await channel.receive(on: loop))
    }

    /// Blocks until a message has arrived, and returns it with its descriptors; nothing, where the
    /// other end is closed.
    public func receiveBlocking() throws -> (Incoming, [Descriptor])? {
        try Self.decode(channel.receiveBlocking())
    }

    /// Reads a frame as a message.
    private static func decode(_ frame: Frame?) throws -> (Incoming, [Descriptor])? {
        guard let frame else { return nil }
        let message = try JSONValue(parsing: frame.bytes).decoded(as: Incoming.self)
        return (message, frame.descriptors)
    }
}
