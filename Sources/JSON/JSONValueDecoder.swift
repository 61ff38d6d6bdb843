/// A decoder that reads from a JSON value.
///
/// Foundation's decoder would load Foundation into every process and lose the spelling of numbers;
/// this one only walks an existing tree.
struct JSONValueDecoder: Decoder {
    /// The value to decode.
    let value: JSONValue

    /// The path of keys to the value.
    let codingPath: [any CodingKey]

    /// Always empty: no decoded type uses it.
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// Decodes a value of a type.
    static func decode<Value: Decodable>(
        _ type: Value.Type, from value: JSONValue, codingPath: [any CodingKey]
    ) throws -> Value {
        if let same = value as? Value { return same }
        return try Value(from: JSONValueDecoder(value: value, codingPath: codingPath))
    }

    /// Returns the value's entries, if it is an object.
    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .object(let object) = value else { throw mismatch("an object") }
        return KeyedDecodingContainer(KeyedContainer(object: object, codingPath: codingPath))
    }

    /// Returns the value's elements, if it is an array.
    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .array(let array) = value else { throw mismatch("an array") }
        return UnkeyedContainer(array: array, codingPath: codingPath)
    }

    /// Returns the value as a single string, number or Boolean.
    func singleValueContainer() -> any SingleValueDecodingContainer {
        SingleContainer(decoder: self)
    }

    /// Creates an error with the expected kind of value.
    func mismatch(_ expected: String) -> DecodingError {
        let problem = "expected \(expected), found \(value.kind)"
        return .typeMismatch(
            JSONValue.self, .init(codingPath: codingPath, debugDescription: problem))
    }

    /// Decodes an integer of any width.
    func integer<Integer: FixedWidthInteger>(_ type: Integer.Type) throws -> Integer {
        guard case .number(let number) = value else { throw mismatch("an integer") }
        guard let integer = Integer(number.spelling) else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: codingPath,
                    debugDescription: "expected an integer, found \(number.spelling)"))
        }
        return integer
    }

    /// Decodes a double-precision number.
    func double() throws -> Double {
        guard case .number(let number) = value else { throw mismatch("a number") }
        return number.double
    }

    /// Decodes a string.
    func string() throws -> String {
        guard case .string(let string) = value else { throw mismatch("a string") }
        return string
    }

    /// Decodes a Boolean.
    func bool() throws -> Bool {
        guard case .bool(let bool) = value else { throw mismatch("a truth value") }
        return bool
    }
}

// MARK: - One value

extension JSONValueDecoder {
    /// A container with one string, number or Boolean.
    private struct SingleContainer: SingleValueDecodingContainer {
        /// The decoder that holds the value.
        let decoder: JSONValueDecoder

        var codingPath: [any CodingKey] { decoder.codingPath }

        func decodeNil() -> Bool { decoder.value.isNull }
        func decode(_ type: Bool.Type) throws -> Bool { try decoder.bool() }
        func decode(_ type: String.Type) throws -> String { try decoder.string() }
        func decode(_ type: Double.Type) throws -> Double { try decoder.double() }
        func decode(_ type: Float.Type) throws -> Float { Float(try decoder.double()) }
        func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
            if let integer = type as? any FixedWidthInteger.Type {
                guard let value = try decoder.integer(integer) as? Value else {
                    throw decoder.mismatch("an integer")
                }
                return value
            }
            return try JSONValueDecoder.decode(
                type, from: decoder.value, codingPath: decoder.codingPath)
        }
    }
}

// MARK: - Arrays

extension JSONValueDecoder {
    /// A container with the elements of an array, decoded in order.
    private struct UnkeyedContainer: UnkeyedDecodingContainer {
        let array: [JSONValue]
        let codingPath: [any CodingKey]
        var currentIndex = 0

        init(array: [JSONValue], codingPath: [any CodingKey]) {
            self.array = array
            self.codingPath = codingPath
        }

        var count: Int? { array.count }
        var isAtEnd: Bool { currentIndex >= array.count }

        /// Returns a decoder for the next element and advances.
        private mutating func next() throws -> JSONValueDecoder {
            let path = codingPath + [PositionKey(currentIndex)]
            guard !isAtEnd else {
                throw DecodingError.valueNotFound(
                    JSONValue.self,
                    .init(codingPath: path, debugDescription: "the array has no more elements"))
            }
            defer { currentIndex += 1 }
            return JSONValueDecoder(value: array[currentIndex], codingPath: path)
        }

        mutating func decodeNil() throws -> Bool {
            guard !isAtEnd, array[currentIndex].isNull else { return false }
            currentIndex += 1
            return true
        }

        mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
            let element = try next()
            return try JSONValueDecoder.decode(
                type, from: element.value, codingPath: element.codingPath)
        }

        mutating func nestedContainer<Key: CodingKey>(
            keyedBy type: Key.Type
        ) throws -> KeyedDecodingContainer<Key> {
            try next().container(keyedBy: type)
        }

        mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
            try next().unkeyedContainer()
        }

        mutating func superDecoder() throws -> any Decoder { try next() }
    }
}

// MARK: - Objects

extension JSONValueDecoder {
    /// A container with the entries of an object, decoded by key.
    private struct KeyedContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
        let object: JSONObject
        let codingPath: [any CodingKey]

        var allKeys: [Key] { object.keys.compactMap(Key.init(stringValue:)) }

        func contains(_ key: Key) -> Bool { object[key.stringValue] != nil }

        /// Returns a decoder for the value of a key.
        private func decoder(for key: any CodingKey) throws -> JSONValueDecoder {
            guard let value = object[key.stringValue] else {
                throw DecodingError.keyNotFound(
                    key, .init(codingPath: codingPath, debugDescription: "the key is missing"))
            }
            return JSONValueDecoder(value: value, codingPath: codingPath + [key])
        }

        func decodeNil(forKey key: Key) throws -> Bool { try decoder(for: key).value.isNull }

        func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
            let entry = try decoder(for: key)
            return try JSONValueDecoder.decode(
                type, from: entry.value, codingPath: entry.codingPath)
        }

        func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type, forKey key: Key
        ) throws -> KeyedDecodingContainer<Nested> {
            try decoder(for: key).container(keyedBy: type)
        }

        func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
            try decoder(for: key).unkeyedContainer()
        }

        func superDecoder() throws -> any Decoder { try decoder(for: PositionKey("super")) }

        func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(for: key) }
    }
}

/// A coding key created from an array index or a name.
struct PositionKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    /// Creates a key for an array index.
    init(_ position: Int) {
        stringValue = String(position)
        intValue = position
    }

    /// Creates a key for a name.
    init(_ name: String) {
        stringValue = name
        intValue = nil
    }

    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { self.init(intValue) }
}
