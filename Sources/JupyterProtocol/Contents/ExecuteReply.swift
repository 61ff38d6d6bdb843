internal import JSON

/// The result of a cell's execution; unlike other replies, it has the execution count even if the
/// cell failed.
///
/// - Source: jupyter_client, docs/messaging.rst, "Execution results".
public struct ExecuteReply: MessageContent {
    /// The outcome of a cell.
    public enum Outcome: Sendable, Hashable {
        /// The cell succeeded.
        case succeeded(payloads: [Payload], userExpressions: [UserExpressionValue])
        /// The cell failed.
        case failed(ErrorContent)
        /// The cell was skipped because an earlier one failed; no longer sent since version 5.1.
        case aborted
    }

    /// The type of messages with this content.
    public static let messageType = MessageType.executeReply

    /// The execution count; some kernels omit it for skipped cells.
    public var executionCount: Int?

    /// The outcome of the cell.
    public var outcome: Outcome

    /// Creates a reply.
    public init(executionCount: Int?, outcome: Outcome) {
        self.executionCount = executionCount
        self.outcome = outcome
    }

    /// Decodes a reply.
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

    /// Encodes the reply, with its status first.
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

    /// The key that every reply has.
    private enum CodingKeys: String, CodingKey {
        case executionCount = "execution_count"
    }
}

extension ExecuteReply {
    /// The additional fields of a successful reply.
    private struct Success: MessageContent {
        static let messageType = MessageType.executeReply

        /// The actions that the client should perform.
        var payloads: [Payload]

        /// The values of the expressions that the client requested.
        var userExpressions: [UserExpressionValue]

        /// The keys of the JSON object.
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
