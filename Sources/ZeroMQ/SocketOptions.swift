/// The options of a socket, which must be set before it is bound or connected.
public struct SocketOptions: Sendable, Hashable {
    /// The identity that a ROUTER peer uses for the socket, 1 to 255 bytes; if `nil`, the ROUTER
    /// generates one.
    public var identity: Frame?

    /// The time that pending messages may take after the socket is closed; unlimited if `nil`.
    public var linger: Duration?

    /// The maximum number of queued messages in each direction per peer; unlimited if `nil`, so
    /// that no message is dropped.
    public var highWaterMark: Int32?

    /// The frame size in bytes above which the connection is closed; unlimited if `nil`.
    public var maximumFrameSize: Int64?

    /// Indicates whether a ROUTER socket lets a new peer take over the identity of another.
    public var allowsHandover = false

    /// Indicates whether an XPUB socket also reports repeated subscriptions.
    public var reportsRepeatedSubscriptions = false

    /// The encryption of the connections.
    public var security: Security = .none

    /// Creates options that apply to every kind of socket; the others can be set afterwards.
    ///
    /// The default linger of a second is long enough for replies to leave and short enough for a
    /// process to end.
    public init(
        identity: Frame? = nil, linger: Duration? = .seconds(1), security: Security = .none
    ) {
        self.identity = identity
        self.linger = linger
        self.security = security
    }
}
