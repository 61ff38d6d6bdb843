internal import CZeroMQ

/// How a socket treats those it is connected to.
///
/// - Source: RFC 28 (request and reply) and RFC 29 (publish and subscribe) of ZeroMQ.
public enum SocketKind: String, Sendable, Hashable, CaseIterable, CustomStringConvertible {
    /// Talks to many; every message begins with the identity of the one it comes from or goes to.
    case router
    /// Talks to many in turn, or to one, without waiting for answers.
    case dealer
    /// Asks, and has to hear the answer before it asks again.
    case request = "req"
    /// Hears a question, and has to answer before it hears the next.
    case reply = "rep"
    /// Tells everybody who has subscribed.
    case publisher = "pub"
    /// Tells everybody who has subscribed, and hears who does.
    case extendedPublisher = "xpub"
    /// Hears what it has subscribed to.
    case subscriber = "sub"

    /// The kind with an article, as an error message says it.
    public var description: String {
        let article = self == .extendedPublisher ? "an" : "a"
        return "\(article) \(rawValue.uppercased()) socket"
    }

    /// libzmq's number for the kind.
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
