extension JSONValue: Codable {
    /// Decodes the value from any decoder; `JSONValueDecoder` passes its value on unchanged.
    public init(from decoder: any Decoder) throws {
        guard let decoder = decoder as? JSONValueDecoder else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "a JSON value can only be decoded from a JSON value"))
        }
        self = decoder.value
    }

    /// Encodes the value to any encoder; `JSONValueEncoder` takes it unchanged.
    public func encode(to encoder: any Encoder) throws {
        guard let encoder = encoder as? JSONValueEncoder else {
            throw EncodingError.invalidValue(
                self,
                .init(
                    codingPath: encoder.codingPath,
                    debugDescription: "a JSON value can only be encoded to a JSON value"))
        }
        encoder.set(self)
    }

    /// Creates a JSON value by encoding a value.
    ///
    /// - Throws: `EncodingError` if the value's `encode(to:)` throws it.
    public init(encoding value: some Encodable) throws {
        self = try JSONValueEncoder.encode(value, codingPath: [])
    }

    /// Decodes this value as a type.
    ///
    /// - Throws: `JSONDecodingError` with the expected shape and its location.
    public func decoded<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
        do {
            return try JSONValueDecoder.decode(type, from: self, codingPath: [])
        } catch let error as DecodingError {
            throw JSONDecodingError(error)
        }
    }
}

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
