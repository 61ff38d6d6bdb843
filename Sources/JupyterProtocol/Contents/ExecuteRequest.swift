internal import JSON

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
