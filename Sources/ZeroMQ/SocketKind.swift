internal import CZeroMQ

/// The kind of a socket, which determines how it exchanges messages with its peers.
///
/// - Source: RFC 28 (request and reply) and RFC 29 (publish and subscribe) of ZeroMQ.
public enum SocketKind: String, Sendable, Hashable, CaseIterable, CustomStringConvertible {
    /// ROUTER: exchanges messages with many peers; every message begins with the peer's identity.
    case router
    /// DEALER: sends to its peers in turn, without having to wait for replies.
    case dealer
    /// REQ: sends requests, and must receive each reply before the next request.
    case request = "req"
    /// REP: receives requests, and must reply to each before it receives the next.
    case reply = "rep"
    /// PUB: sends to all subscribers.
    case publisher = "pub"
    /// XPUB: sends to all subscribers, and receives their subscriptions.
    case extendedPublisher = "xpub"
    /// SUB: receives the messages to which it has subscribed.
    case subscriber = "sub"

    /// The kind with an article, for error messages.
    public var description: String {
        let article = self == .extendedPublisher ? "an" : "a"
        return "\(article) \(rawValue.uppercased()) socket"
    }

    /// The socket type of libzmq.
    var code: Int32 {
        switch self {
        case .router: ZMQ_ROUTER
        case .dealer: ZMQ_DEALER
        case .request: ZMQ_REQ
        case .reply: ZMQ_REP
        case .publisher: ZMQ_PUB
        case .extendedPublisher: ZMQ_XPUB
        case .subscriber: ZMQ_SUB
        }
    }
}
