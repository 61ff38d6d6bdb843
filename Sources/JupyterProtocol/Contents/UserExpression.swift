internal import JSON

/// An expression that a client wants to know the value of, under a name of its choice.
public struct UserExpression: Sendable, Hashable {
    /// The name under which the reply has the value.
    public var name: String

    /// The expression.
    public var code: String

    /// Names an expression.
    public init(name: String, code: String) {
        self.name = name
        self.code = code
    }

    /// Reads an object of names and expressions, in its order.
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

    /// Makes an error that says what was expected.
    private static func mismatch(
        _ problem: String, at codingPath: [any CodingKey]
    ) -> DecodingError {
        .dataCorrupted(.init(codingPath: codingPath, debugDescription: problem))
    }
}
