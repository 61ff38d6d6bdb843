internal import JSON

/// A request for entries of the history.
///
/// - Source: jupyter_client, docs/messaging.rst, "History".
public struct HistoryRequest: RequestContent {
    /// The requested part of the history.
    public enum Access: Sendable, Hashable {
        /// The cells of a session from one number up to, but not including, another; zero and
        /// negative sessions count back from the current one.
        case range(session: Int, start: Int, stop: Int?)
        /// The latest cells.
        case tail(count: Int)
        /// The cells whose whole source matches a pattern with `*` and `?`, at most the given
        /// number; each distinct source once if `isUnique`.
        case search(pattern: String, count: Int?, isUnique: Bool)
    }

    /// The type of messages with this content.
    public static let messageType = MessageType.historyRequest
    /// The content of a successful reply.
    public typealias Reply = HistoryReply

    /// The requested part of the history.
    public var access: Access

    /// Indicates whether results are requested.
    public var includesOutput: Bool

    /// Indicates whether sources are requested as typed rather than as run.
    public var isRaw: Bool

    /// Creates a request.
    public init(_ access: Access, includesOutput: Bool = false, isRaw: Bool = true) {
        self.access = access
        self.includesOutput = includesOutput
        self.isRaw = isRaw
    }

    /// The keys of the JSON object.
    private enum CodingKeys: String, CodingKey {
        case access = "hist_access_type"
        case output, raw, session, start, stop, n, pattern, unique
    }

    /// The values of the `hist_access_type` key.
    private enum AccessKind: String, Codable {
        case range, tail, search
    }

    /// Decodes a request; missing fields have IPython's defaults.
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

    /// Encodes the request with the fields that its kind of access needs.
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

/// The requested entries of the history, the oldest first.
///
/// - Source: jupyter_client, docs/messaging.rst, "History".
public struct HistoryReply: MessageContent {
    /// A cell of the history.
    public struct Entry: Sendable, Hashable {
        /// The session in which the cell was run.
        public var session: Int

        /// The number of the cell in its session.
        public var number: Int

        /// The source of the cell.
        public var input: String

        /// The result of the cell as text, if results were requested.
        public var output: Output

        /// The result of a cell.
        public enum Output: Sendable, Hashable {
            /// The client did not request results.
            case omitted
            /// The result, or `nil` if the cell had none.
            case included(String?)
        }

        /// Creates an entry.
        public init(session: Int, number: Int, input: String, output: Output = .omitted) {
            self.session = session
            self.number = number
            self.input = input
            self.output = output
        }
    }

    /// The type of messages with this content.
    public static let messageType = MessageType.historyReply

    /// The entries.
    public var history: [Entry]

    /// Creates a reply.
    public init(history: [Entry]) {
        self.history = history
    }
}

extension HistoryReply.Entry: Codable {
    /// Decodes `[session, number, input]` or `[session, number, [input, output]]`.
    public init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        session = try container.decode(Int.self)
        number = try container.decode(Int.self)
        let source = try container.decode(JSONValue.self)
        switch source {
        case .string(let text):
            (input, output) = (text, .omitted)
        case .array(let pair) where pair.count == 2 && pair[0].string != nil:
            (input, output) = (pair[0].string ?? "", .included(pair[1].string))
        default:
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "expected a source, or one with its result"))
        }
    }

    /// Encodes the entry in the same form.
    public func encode(to encoder: any Encoder) throws {
        let source: JSONValue =
            switch output {
            case .omitted: .string(input)
            case .included(let text): [.string(input), text.map(JSONValue.string) ?? nil]
            }
        let entry: JSONValue = [
            .number(JSONNumber(session)), .number(JSONNumber(number)), source,
        ]
        try entry.encode(to: encoder)
    }
}
