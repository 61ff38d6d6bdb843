/// Encodes values to a JSON value.
final class JSONValueEncoder: Encoder {
    /// The keys that lead to what is encoded.
    let codingPath: [any CodingKey]

    /// What has been encoded so far.
    private(set) var value: JSONValue?

    /// Always empty: no type here asks for more.
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// Makes an encoder with nothing encoded yet.
    init(codingPath: [any CodingKey]) {
        self.codingPath = codingPath
    }

    /// Encodes a value.
    static func encode(_ value: some Encodable, codingPath: [any CodingKey]) throws -> JSONValue {
        switch value {
        case let value as JSONValue: return value
        case let value as String: return .string(value)
        case let value as Bool: return .bool(value)
        case let value as Double: return .number(JSONNumber(value))
        case let value as Float: return .number(JSONNumber(Double(value)))
        case let value as any FixedWidthInteger: return .number(JSONNumber(value))
        default: break
        }
        let encoder = JSONValueEncoder(codingPath: codingPath)
        try value.encode(to: encoder)
        return encoder.value ?? .object([:])
    }

    /// Sets the whole value.
    func set(_ value: JSONValue) { self.value = value }

    /// Sets the entry of an object, which the value becomes.
    fileprivate func set(_ entry: JSONValue, forKey key: String) {
        if value == nil { value = .object([:]) }
        value?[key] = entry
    }

    /// Appends an element to an array, which the value becomes.
    fileprivate func append(_ element: JSONValue) {
        guard case .array(var array)? = value else { return value = .array([element]) }
        value = nil
        array.append(element)
        value = .array(array)
    }

    /// How many elements the array has.
    fileprivate var elementCount: Int { value?.array?.count ?? 0 }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if value == nil { value = .object([:]) }
        return KeyedEncodingContainer(KeyedContainer(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if value == nil { value = .array([]) }
        return UnkeyedContainer(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        SingleContainer(encoder: self)
    }

    /// The refusal of what no type of this package needs: containers that outlive their call.
    fileprivate static func refusal(at codingPath: [any CodingKey]) -> Never {
        preconditionFailure(
            "nested containers and superclass encoders are not supported, at \(codingPath)")
    }
}

// MARK: - Containers

extension JSONValueEncoder {
    /// Takes one value.
    private struct SingleContainer: SingleValueEncodingContainer {
        let encoder: JSONValueEncoder
        var codingPath: [any CodingKey] { encoder.codingPath }

        mutating func encodeNil() { encoder.set(.null) }
        mutating func encode(_ value: some Encodable) throws {
            encoder.set(try JSONValueEncoder.encode(value, codingPath: codingPath))
        }
    }

    /// Takes the elements of an array.
    private struct UnkeyedContainer: UnkeyedEncodingContainer {
        let encoder: JSONValueEncoder
        var codingPath: [any CodingKey] { encoder.codingPath }
        var count: Int { encoder.elementCount }

        mutating func encodeNil() { encoder.append(.null) }
        mutating func encode(_ value: some Encodable) throws {
            let path = codingPath + [PositionKey(count)]
            encoder.append(try JSONValueEncoder.encode(value, codingPath: path))
        }
        mutating func nestedContainer<Key: CodingKey>(
            keyedBy type: Key.Type
        ) -> KeyedEncodingContainer<Key> { JSONValueEncoder.refusal(at: codingPath) }
        mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
            JSONValueEncoder.refusal(at: codingPath)
        }
        mutating func superEncoder() -> any Encoder { JSONValueEncoder.refusal(at: codingPath) }
    }

    /// Takes the entries of an object.
    private struct KeyedContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
        let encoder: JSONValueEncoder
        var codingPath: [any CodingKey] { encoder.codingPath }

        mutating func encodeNil(forKey key: Key) { encoder.set(.null, forKey: key.stringValue) }
        mutating func encode(_ value: some Encodable, forKey key: Key) throws {
            let entry = try JSONValueEncoder.encode(value, codingPath: codingPath + [key])
            encoder.set(entry, forKey: key.stringValue)
        }
        mutating func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type, forKey key: Key
        ) -> KeyedEncodingContainer<Nested> { JSONValueEncoder.refusal(at: codingPath) }
        mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
            JSONValueEncoder.refusal(at: codingPath)
        }
        mutating func superEncoder() -> any Encoder { JSONValueEncoder.refusal(at: codingPath) }
        mutating func superEncoder(forKey key: Key) -> any Encoder {
            JSONValueEncoder.refusal(at: codingPath)
        }
    }
}
