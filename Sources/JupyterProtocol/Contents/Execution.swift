public import JSON

/// A request to run a cell.
///
/// - Source: jupyter_client, docs/messaging.rst, "Execute".
public struct ExecuteRequest: RequestContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.executeRequest
    /// The content of a successful reply.
    public typealias Reply = ExecuteReply

    /// The source of the cell.
    public var code: String

    /// Indicates whether the cell shows no output and is not counted.
    public var isSilent: Bool

    /// Indicates whether the cell is counted and stored in the history; false for silent cells.
    public var storesHistory: Bool

    /// The expressions to evaluate after the cell has succeeded.
    public var userExpressions: [UserExpression]

    /// Indicates whether the client can answer requests for input.
    public var allowsInput: Bool

    /// Indicates whether a failure of the cell drops the requests that wait behind it.
    public var stopsOnError: Bool

    /// Creates a request.
    public init(
        code: String, isSilent: Bool = false, storesHistory: Bool? = nil,
        userExpressions: [UserExpression] = [], allowsInput: Bool = false,
        stopsOnError: Bool = true
    ) {
        self.code = code
        self.isSilent = isSilent
        self.storesHistory = !isSilent && storesHistory ?? true
        self.userExpressions = userExpressions
        self.allowsInput = allowsInput
        self.stopsOnError = stopsOnError
    }

    /// Decodes a request; everything but the code has a default.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let expressions = try container.decode(
            JSONValue.self, forKey: .userExpressions, default: [:])
        self.init(
            code: try container.decode(String.self, forKey: .code),
            isSilent: try container.decode(forKey: .isSilent, default: false),
            storesHistory: try container.decodeIfPresent(Bool.self, forKey: .storesHistory),
            userExpressions: try UserExpression.list(
                in: expressions, codingPath: [CodingKeys.userExpressions]),
            allowsInput: try container.decode(forKey: .allowsInput, default: false),
            stopsOnError: try container.decode(forKey: .stopsOnError, default: true))
    }

    /// Encodes the request with all fields.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(code, forKey: .code)
        try container.encode(isSilent, forKey: .isSilent)
        try container.encode(storesHistory, forKey: .storesHistory)
        let expressions = JSONObject(userExpressions.map { ($0.name, .string($0.code)) })
        try container.encode(JSONValue.object(expressions), forKey: .userExpressions)
        try container.encode(allowsInput, forKey: .allowsInput)
        try container.encode(stopsOnError, forKey: .stopsOnError)
    }

    /// The keys of the JSON object.
    private enum CodingKeys: String, CodingKey {
        case code
        case isSilent = "silent"
        case storesHistory = "store_history"
        case userExpressions = "user_expressions"
        case allowsInput = "allow_stdin"
        case stopsOnError = "stop_on_error"
    }
}

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

/// An action that a client should perform after a cell has ended.
///
/// - Source: jupyter_client, docs/messaging.rst, "Payloads"; deprecated, but without successor.
public enum Payload: Sendable, Hashable, Codable {
    /// Shows data in a pager, beginning at a line.
    case page(data: JSONObject, start: Int)
    /// Inserts code as the next cell, or replaces the source of the cell that ended.
    case setNextInput(text: String, replaces: Bool)
    /// Any other action.
    case other(JSONValue)

    /// The keys of the JSON object.
    private enum CodingKeys: String, CodingKey {
        case source, data, start, text, replace
    }

    /// Decodes a payload; unknown ones are kept unchanged.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        switch try container.decode(String.self, forKey: .source) {
        case "page":
            let data = try container.decode(JSONValue.self, forKey: .data)
            let start = try container.decode(Int.self, forKey: .start, default: 0)
            self = .page(data: data.object ?? [:], start: start)
        case "set_next_input":
            self = .setNextInput(
                text: try container.decode(String.self, forKey: .text),
                replaces: try container.decode(Bool.self, forKey: .replace, default: false))
        default:
            self = .other(try JSONValue(from: decoder))
        }
    }

    /// Encodes the payload, with its source first.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .page(let data, let start):
            try container.encode("page", forKey: .source)
            try container.encode(JSONValue.object(data), forKey: .data)
            try container.encode(start, forKey: .start)
        case .setNextInput(let text, let replaces):
            try container.encode("set_next_input", forKey: .source)
            try container.encode(text, forKey: .text)
            try container.encode(replaces, forKey: .replace)
        case .other(let value):
            try value.encode(to: encoder)
        }
    }
}
