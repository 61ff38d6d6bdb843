internal import JSON

/// An expression whose value a client requests, under a name that the client chooses.
public struct UserExpression: Sendable, Hashable {
    /// The name of the value in the reply.
    public var name: String

    /// The expression.
    public var code: String

    /// Creates a named expression.
    public init(name: String, code: String) {
        self.name = name
        self.code = code
    }

    /// Decodes an object of names and expressions, in its order.
    static func list(
        in value: JSONValue, codingPath: [any CodingKey]
    ) throws -> [UserExpression] {
        guard case .object(let object) = value else {
            throw mismatch("expected an object, found \(value.kind)", at: codingPath)
        }
        return try object.map { name, expression in
            guard case .string(let code) = expression else {
                let problem = "expected a string under \(name), found \(expression.kind)"
                throw mismatch(problem, at: codingPath)
            }
            return UserExpression(name: name, code: code)
        }
    }

    /// Creates an error with the expected shape.
    private static func mismatch(
        _ problem: String, at codingPath: [any CodingKey]
    ) -> DecodingError {
        .dataCorrupted(.init(codingPath: codingPath, debugDescription: problem))
    }
}

/// The value of an expression that a client has requested.
public struct UserExpressionValue: Sendable, Hashable {
    /// The name that the client chose.
    public var name: String

    /// The value, or the error that prevented it.
    public var value: Reply<DisplayData>

    /// Creates a named value.
    public init(name: String, value: Reply<DisplayData>) {
        self.name = name
        self.value = value
    }
}
