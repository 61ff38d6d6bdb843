extension JSONValue: Codable {
    /// Reads the value from any decoder; from a JSON value's own, it is taken as it is.
    public init(from decoder: any Decoder) throws {
        guard let decoder = decoder as? JSONValueDecoder else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "a JSON value can only be decoded from a JSON value"))
        }
        self = decoder.value
    }

    /// Writes the value to a JSON value's own encoder, as it is.
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

    /// Makes the JSON value that an encodable value describes itself as.
    ///
    /// - Throws: `EncodingError`, where the value's own `encode(to:)` does.
    public init(encoding value: some Encodable) throws {
        self = try JSONValueEncoder.encode(value, codingPath: [])
    }

    /// Reads this value as one of a decodable type.
    ///
    /// - Throws: `JSONDecodingError`, which says what was expected where.
    public func decoded<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
        do {
            return try JSONValueDecoder.decode(type, from: self, codingPath: [])
        } catch let error as DecodingError {
            throw JSONDecodingError(error)
        }
    }
}
