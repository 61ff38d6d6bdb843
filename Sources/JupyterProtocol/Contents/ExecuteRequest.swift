internal import JSON

/// Asks for a cell to be run.
///
/// - Source: jupyter_client, docs/messaging.rst, "Execute".
public struct ExecuteRequest: RequestContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.executeRequest
    /// What an answer says when all went well.
    public typealias Reply = ExecuteReply

    /// The source of the cell.
    public var code: String

    /// Whether nothing should be shown and nothing be counted.
    public var isSilent: Bool

    /// Whether the cell counts and is kept in the history; never where it is silent.
    public var storesHistory: Bool

    /// Expressions to evaluate afterwards, where the cell succeeds.
    public var userExpressions: [UserExpression]

    /// Whether the client answers when the cell asks for input.
    public var allowsInput: Bool

    /// Whether requests that wait behind this one are dropped, where the cell fails.
    public var stopsOnError: Bool

    /// Makes a request.
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

    /// Reads a request; everything but the code has a default.
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

    /// Writes the request in full.
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

    /// The names on the wire.
    private enum CodingKeys: String, CodingKey {
        case code
        case isSilent = "silent"
        case storesHistory = "store_history"
        case userExpressions = "user_expressions"
        case allowsInput = "allow_stdin"
        case stopsOnError = "stop_on_error"
    }
}
