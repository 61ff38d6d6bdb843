/// A JSON document as a value that keeps what other readers lose: key order and number spellings.
///
/// Jupyter's notebooks and messages pass through Unroll; what was `1.0`, `1e-05` or `NaN` in them
/// has to leave as it came.
///
/// - Source: RFC 8259, plus the tokens `NaN`, `Infinity` and `-Infinity` that Python reads and
///   writes.
public enum JSONValue: Sendable, Hashable {
    /// The literal `null`.
    case null
    /// The literal `true` or `false`.
    case bool(Bool)
    /// A number, kept as it was spelled.
    case number(JSONNumber)
    /// A string, without its quotes and escapes.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object, in the order of its keys.
    case object(JSONObject)
}

// MARK: - Literals

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
    ExpressibleByStringInterpolation, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// Makes `null`.
    public init(nilLiteral: ()) { self = .null }
    /// Makes `true` or `false`.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// Makes an integral number.
    public init(integerLiteral value: Int) { self = .number(JSONNumber(value)) }
    /// Makes a number with a fraction, spelled as Python spells it.
    public init(floatLiteral value: Double) { self = .number(JSONNumber(value)) }
    /// Makes a string.
    public init(stringLiteral value: String) { self = .string(value) }
    /// Makes an array.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// Makes an object in the order of the literal; the last of equal keys wins.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(JSONObject(elements))
    }
}

// MARK: - Looking inside

extension JSONValue {
    /// The string, where this is one.
    public var string: String? {
        guard case .string(let value) = self else { return nil }
        return value
    }

    /// The truth value, where this is one.
    public var bool: Bool? {
        guard case .bool(let value) = self else { return nil }
        return value
    }

    /// The number as an integer, where this is a number that is one.
    public var int: Int? {
        guard case .number(let value) = self else { return nil }
        return value.int
    }

    /// The number in double precision, where this is a number.
    public var double: Double? {
        guard case .number(let value) = self else { return nil }
        return value.double
    }

    /// The elements, where this is an array.
    public var array: [JSONValue]? {
        guard case .array(let value) = self else { return nil }
        return value
    }

    /// The object, where this is one.
    public var object: JSONObject? {
        guard case .object(let value) = self else { return nil }
        return value
    }

    /// Whether this is `null`.
    public var isNull: Bool { self == .null }

    /// The value under a key, where this is an object that has it.
    ///
    /// Setting a key of something that is not an object makes it one.
    public subscript(key: String) -> JSONValue? {
        get { object?[key] }
        set {
            var changed = object ?? JSONObject()
            // Gives up this value's own reference first, so that the change is made in place.
            self = .null
            changed[key] = newValue
            self = .object(changed)
        }
    }

    /// A word for the kind of value, as an error message says it.
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
    /// The value as compact JSON text.
    public var description: String { text() }
}
