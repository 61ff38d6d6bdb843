public import JSON

extension JSONObject {
    /// Returns the JSON object that a content encodes to.
    public static func describing(_ content: some MessageContent) -> JSONObject {
        do {
            guard case .object(let object) = try JSONValue(encoding: content) else {
                preconditionFailure("the content of \(type(of: content)) is not an object")
            }
            return object
        } catch {
            preconditionFailure("the content of \(type(of: content)) throws: \(error)")
        }
    }
}
