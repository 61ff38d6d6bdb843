/// Why a JSON value could not be read as a value of a certain shape.
public struct JSONDecodingError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Where in the value, as keys and positions joined by dots; empty for the value itself.
    public let path: String

    /// What was expected there and what was found.
    public let problem: String

    /// A sentence with the place and the problem.
    public var description: String { path.isEmpty ? problem : "\(path): \(problem)" }

    /// Takes place and problem from a decoding error.
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
