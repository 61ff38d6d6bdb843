/// An encoder that produces a JSON value.
final class JSONValueEncoder: Encoder {
    /// The path of keys to the encoded value.
    let codingPath: [any CodingKey]

    /// The value encoded so far.
    private(set) var value: JSONValue? {
        didSet { if let value { hearsOfChanges?(value) } }
    }

    /// A closure that stores the encoded value in its parent, called at every change.
    private let hearsOfChanges: ((JSONValue) -> Void)?

    /// Always empty: no encoded type uses it.
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// Creates an encoder without a value.
    init(codingPath: [any CodingKey], hearsOfChanges: ((JSONValue) -> Void)? = nil) {
        self.codingPath = codingPath
        self.hearsOfChanges = hearsOfChanges
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

    /// Sets an entry, making the value an object.
    fileprivate func set(_ entry: JSONValue, forKey key: String) {
        if value == nil { value = .object([:]) }
        value?[key] = entry
    }

    /// Appends an element, making the value an array.
    fileprivate func append(_ element: JSONValue) {
        guard case .array(var array)? = value else { return value = .array([element]) }
        value = nil
        array.append(element)
        value = .array(array)
    }

    /// Replaces an element of the array.
    private func replace(_ position: Int, by element: JSONValue) {
        guard case .array(var array)? = value else { return }
        value = nil
        array[position] = element
        value = .array(array)
    }

    /// The number of elements of the array.
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

    /// Creates an encoder for an entry of the object.
    fileprivate func entryEncoder(for key: any CodingKey) -> JSONValueEncoder {
        JSONValueEncoder(codingPath: codingPath + [key]) { entry in
            self.set(entry, forKey: key.stringValue)
        }
    }

    /// Creates an encoder for the next element of the array.
    fileprivate func elementEncoder() -> JSONValueEncoder {
        let position = elementCount
        append(.null)
        return JSONValueEncoder(codingPath: codingPath + [PositionKey(position)]) { element in
            self.replace(position, by: element)
        }
    }
}

// MARK: - Containers

extension JSONValueEncoder {
    /// A container for a single value.
    private struct SingleContainer: SingleValueEncodingContainer {
        let encoder: JSONValueEncoder
        var codingPath: [any CodingKey] { encoder.codingPath }

        mutating func encodeNil() { encoder.set(.null) }
        mutating func encode(_ value: some Encodable) throws {
            encoder.set(try JSONValueEncoder.encode(value, codingPath: codingPath))
        }
    }

    /// A container for the elements of an array.
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
        ) -> KeyedEncodingContainer<Key> { encoder.elementEncoder().container(keyedBy: type) }
        mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
            encoder.elementEncoder().unkeyedContainer()
        }
        mutating func superEncoder() -> any Encoder { encoder.elementEncoder() }
    }

    /// A container for the entries of an object.
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
        ) -> KeyedEncodingContainer<Nested> {
            encoder.entryEncoder(for: key).container(keyedBy: type)
        }
        mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
            encoder.entryEncoder(for: key).unkeyedContainer()
        }
        mutating func superEncoder() -> any Encoder {
            encoder.entryEncoder(for: PositionKey("super"))
        }
        mutating func superEncoder(forKey key: Key) -> any Encoder {
            encoder.entryEncoder(for: key)
        }
    }
}
