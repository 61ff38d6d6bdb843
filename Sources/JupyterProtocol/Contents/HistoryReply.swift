internal import JSON

/// Lists cells that were run before, the oldest first.
///
/// - Source: jupyter_client, docs/messaging.rst, "History".
public struct HistoryReply: MessageContent {
    /// A cell that was run before.
    public struct Entry: Sendable, Hashable {
        /// The session in which it was run.
        public var session: Int

        /// Its number in the session.
        public var number: Int

        /// Its source.
        public var input: String

        /// Its result as text, where results are wanted; there may be none even then.
        public var output: Output

        /// What is said of a cell's result.
        public enum Output: Sendable, Hashable {
            /// Nothing: the client did not ask.
            case omitted
            /// The result, or that there was none.
            case included(String?)
        }

        /// Makes an entry.
        public init(session: Int, number: Int, input: String, output: Output = .omitted) {
            self.session = session
            self.number = number
            self.input = input
            self.output = output
        }
    }

    /// The type of the messages that say this.
    public static let messageType = MessageType.historyReply

    /// The cells.
    public var history: [Entry]

    /// Makes a reply.
    public init(history: [Entry]) {
        self.history = history
    }
}

extension HistoryReply.Entry: Codable {
    /// Reads `[session, number, input]` or `[session, number, [input, output]]`.
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

    /// Writes the entry as it was read.
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
