/// A JSON document as a value that preserves the order of keys and the spelling of numbers.
///
/// Notebooks and messages of Jupyter pass through Unroll; a number spelled `1.0`, `1e-05` or `NaN`
/// must be written back in the same spelling.
///
/// - Source: RFC 8259, plus the tokens `NaN`, `Infinity` and `-Infinity` that Python reads and
///   writes.
public enum JSONValue: Sendable, Hashable {
    /// The literal `null`.
    case null
    /// The literal `true` or `false`.
    case bool(Bool)
    /// A number with its original spelling.
    case number(JSONNumber)
    /// A string, unescaped and without quotes.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object, with its keys in order.
    case object(JSONObject)
}

// MARK: - Literals

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
    ExpressibleByStringInterpolation, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// Creates `null`.
    public init(nilLiteral: ()) { self = .null }
    /// Creates `true` or `false`.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// Creates an integer.
    public init(integerLiteral value: Int) { self = .number(JSONNumber(value)) }
    /// Creates a floating-point number, spelled as Python's `repr` does.
    public init(floatLiteral value: Double) { self = .number(JSONNumber(value)) }
    /// Creates a string.
    public init(stringLiteral value: String) { self = .string(value) }
    /// Creates an array.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// Creates an object in the order of the literal; the last of several equal keys wins.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(JSONObject(elements))
    }
}

// MARK: - Looking inside

extension JSONValue {
    /// The string, or `nil` if the value is not a string.
    public var string: String? {
        guard case .string(let value) = self else { return nil }
        return value
    }

    /// The Boolean value, or `nil` if the value is neither `true` nor `false`.
    public var bool: Bool? {
        guard case .bool(let value) = self else { return nil }
        return value
    }

    /// The integer, or `nil` if the value is not a number spelled as an integer.
    public var int: Int? {
        guard case .number(let value) = self else { return nil }
        return value.int
    }

    /// The number in double precision, or `nil` if the value is not a number.
    public var double: Double? {
        guard case .number(let value) = self else { return nil }
        return value.double
    }

    /// The elements, or `nil` if the value is not an array.
    public var array: [JSONValue]? {
        guard case .array(let value) = self else { return nil }
        return value
    }

    /// The object, or `nil` if the value is not an object.
    public var object: JSONObject? {
        guard case .object(let value) = self else { return nil }
        return value
    }

    /// Indicates whether the value is `null`.
    public var isNull: Bool { self == .null }

    /// The value for a key, or `nil` if the value is not an object or has no such key.
    ///
    /// Setting a key of a value that is not an object replaces the value by an object.
    public subscript(key: String) -> JSONValue? {
        get { object?[key] }
        set {
            var changed = object ?? JSONObject()
            // Drops this value's own reference first, so that the change is made in place.
            self = .null
            changed[key] = newValue
            self = .object(changed)
        }
    }

    /// The name of the value's kind, as used in error messages.
    public var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a truth value"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

extension JSONValue: CustomStringConvertible {
    /// The value as compact JSON.
    public var description: String { text() }
}
