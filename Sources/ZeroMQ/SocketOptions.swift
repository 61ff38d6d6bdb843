/// How a socket behaves; all of it has to be known before the socket is bound or connected.
public struct SocketOptions: Sendable, Hashable {
    /// The name under which a ROUTER at the other end knows the socket, 1 to 255 bytes; the ROUTER
    /// makes one up where there is none.
    public var identity: Frame?

    /// How long messages may still leave after the socket was closed; for ever, where this is nil.
    public var linger: Duration?

    /// How many messages may wait in each direction for each peer; without limit, where this is
    /// nil, so that nothing is dropped.
    public var highWaterMark: Int32?

    /// The size in bytes from which an incoming frame ends its connection.
    public var maximumFrameSize: Int64?

    /// Whether, on a ROUTER, a newcomer with the identity of another takes its place.
    public var allowsHandover = false

    /// Whether an XPUB hears of every subscription, also of those it has already.
    public var reportsRepeatedSubscriptions = false

    /// How connections are encrypted and who may connect.
    public var security: Security = .none

    /// Takes what every kind of socket wants to know; the rest can be set afterwards.
    ///
    /// A second is long enough for replies to leave and short enough for a process to end.
    public init(
        identity: Frame? = nil, linger: Duration? = .seconds(1), security: Security = .none
    ) {
        self.identity = identity
        self.linger = linger
        self.security = security
    }
}
