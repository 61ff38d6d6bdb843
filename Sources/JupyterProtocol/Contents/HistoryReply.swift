internal import JSON

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
