/// The error thrown when a JSON value does not have the expected shape.
public struct JSONDecodingError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The location inside the value, as keys and indices joined by dots; empty for the value
    /// itself.
    public let path: String

    /// A description of what was expected and what was found.
    public let problem: String

    /// A sentence with the location and the problem.
    public var description: String { path.isEmpty ? problem : "\(path): \(problem)" }

    /// Copies the location and the problem from a decoding error.
    init(_ error: DecodingError) {
        let context: DecodingError.Context
        var path: [any CodingKey]
        switch error {
        case .typeMismatch(_, let found), .valueNotFound(_, let found), .dataCorrupted(let found):
            context = found
            path = found.codingPath
        case .keyNotFound(let key, let found):
            context = found
            path = found.codingPath + [key]
        @unknown default:
            self.path = ""
            problem = "the value has another shape than expected"
            return
        }
        self.path = path.map { $0.intValue.map(String.init) ?? $0.stringValue }
            .joined(separator: ".")
        problem = context.debugDescription
    }
}
