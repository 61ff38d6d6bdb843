internal import JSON

/// Says how a cell ended; unlike other replies it has the counter even where the cell failed.
///
/// - Source: jupyter_client, docs/messaging.rst, "Execution results".
public struct ExecuteReply: MessageContent {
    /// How a cell ended.
    public enum Outcome: Sendable, Hashable {
        /// It ran to its end.
        case succeeded(payloads: [Payload], userExpressions: [UserExpressionValue])
        /// It did not.
        case failed(ErrorContent)
        /// It was dropped because an earlier one failed; no longer sent since version 5.1.
        case aborted
    }

    /// The type of the messages that say this.
    public static let messageType = MessageType.executeReply

    /// How many cells have been counted; some kernels leave it out where they dropped the cell.
    public var executionCount: Int?

    /// How the cell ended.
    public var outcome: Outcome

    /// Makes a reply.
    public init(executionCount: Int?, outcome: Outcome) {
        self.executionCount = executionCount
        self.outcome = outcome
    }

    /// Reads a reply.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        executionCount = try container.decodeIfPresent(Int.self, forKey: .executionCount)
        switch try Reply<Success>(from: decoder) {
        case .ok(let success):
            outcome = .succeeded(
                payloads: success.payloads, userExpressions: success.userExpressions)
        case .failed(let error): outcome = .failed(error)
        case .aborted: outcome = .aborted
        }
    }

    /// Writes the reply with its status first.
    public func encode(to encoder: any Encoder) throws {
        let reply: Reply<Success> =
            switch outcome {
            case .succeeded(let payloads, let userExpressions):
                .ok(Success(payloads: payloads, userExpressions: userExpressions))
            case .failed(let error): .failed(error)
            case .aborted: .aborted
            }
        var object = JSONObject.describing(reply)
        if let executionCount {
            object[CodingKeys.executionCount.rawValue] = .number(JSONNumber(executionCount))
        }
        try JSONValue.object(object).encode(to: encoder)
    }

    /// The name on the wire of what every reply has.
    private enum CodingKeys: String, CodingKey {
        case executionCount = "execution_count"
    }
}

extension ExecuteReply {
    /// What the reply says besides, where the cell ran to its end.
    private struct Success: MessageContent {
        static let messageType = MessageType.executeReply

        /// What the client should do besides.
        var payloads: [Payload]

        /// The values of the expressions that the client asked for.
        var userExpressions: [UserExpressionValue]

        /// The names on the wire.
        private enum CodingKeys: String, CodingKey {
            case payloads = "payload"
            case userExpressions = "user_expressions"
        }

        init(payloads: [Payload], userExpressions: [UserExpressionValue]) {
            self.payloads = payloads
            self.userExpressions = userExpressions
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            payloads = try container.decode(forKey: .payloads, default: [])
            let values = try container.decode(
                JSONValue.self, forKey: .userExpressions, default: [:])
            userExpressions = try (values.object ?? [:]).map { name, value in
                UserExpressionValue(name: name, value: try value.decoded())
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(payloads, forKey: .payloads)
            let values = userExpressions.map { ($0.name, JSONValue.object(.describing($0.value))) }
            try container.encode(JSONValue.object(JSONObject(values)), forKey: .userExpressions)
        }
    }
}
