/// Asks for cells that were run before.
///
/// - Source: jupyter_client, docs/messaging.rst, "History".
public struct HistoryRequest: RequestContent {
    /// Which cells.
    public enum Access: Sendable, Hashable {
        /// Those of a session, from a number up to another, which is not included; sessions that
        /// are not positive count back from the current one.
        case range(session: Int, start: Int, stop: Int?)
        /// The latest so many.
        case tail(count: Int)
        /// The latest so many, or all, that a pattern with `*` and `?` matches as a whole; each
        /// source once, where they should be unique.
        case search(pattern: String, count: Int?, isUnique: Bool)
    }

    /// The type of the messages that say this.
    public static let messageType = MessageType.historyRequest
    /// What an answer says when all went well.
    public typealias Reply = HistoryReply

    /// Which cells.
    public var access: Access

    /// Whether the results of the cells are wanted as well.
    public var includesOutput: Bool

    /// Whether the sources are wanted as they were typed, rather than as they were run.
    public var isRaw: Bool

    /// Makes a request.
    public init(_ access: Access, includesOutput: Bool = false, isRaw: Bool = true) {
        self.access = access
        self.includesOutput = includesOutput
        self.isRaw = isRaw
    }

    /// The names on the wire.
    private enum CodingKeys: String, CodingKey {
        case access = "hist_access_type"
        case output, raw, session, start, stop, n, pattern, unique
    }

    /// The kinds of access on the wire.
    private enum AccessKind: String, Codable {
        case range, tail, search
    }

    /// Reads a request; what is missing is what IPython would take.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        includesOutput = try container.decode(forKey: .output, default: false)
        isRaw = try container.decode(forKey: .raw, default: true)
        let count = try container.decodeIfPresent(Int.self, forKey: .n)
        switch try container.decode(AccessKind.self, forKey: .access) {
        case .range:
            access = .range(
                session: try container.decode(forKey: .session, default: 0),
                start: try container.decode(forKey: .start, default: 1),
                stop: try container.decodeIfPresent(Int.self, forKey: .stop))
        case .tail:
            access = .tail(count: count ?? 10)
        case .search:
            access = .search(
                pattern: try container.decode(forKey: .pattern, default: "*"), count: count,
                isUnique: try container.decode(forKey: .unique, default: false))
        }
    }

    /// Writes the request with what its kind of access needs.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(includesOutput, forKey: .output)
        try container.encode(isRaw, forKey: .raw)
        switch access {
        case .range(let session, let start, let stop):
            try container.encode(AccessKind.range, forKey: .access)
            try container.encode(session, forKey: .session)
            try container.encode(start, forKey: .start)
            try container.encodeIfPresent(stop, forKey: .stop)
        case .tail(let count):
            try container.encode(AccessKind.tail, forKey: .access)
            try container.encode(count, forKey: .n)
        case .search(let pattern, let count, let isUnique):
            try container.encode(AccessKind.search, forKey: .access)
            try container.encode(pattern, forKey: .pattern)
            try container.encodeIfPresent(count, forKey: .n)
            try container.encode(isUnique, forKey: .unique)
        }
    }
}
