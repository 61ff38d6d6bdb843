internal import Display
internal import JSON

/// The permitted values of a metadata key.
indirect enum MetadataSchema: Sendable {
    /// A non-negative number.
    case amount
    /// A Boolean.
    case flag
    /// A text.
    case text
    /// An array whose elements satisfy a schema.
    case list(MetadataSchema)
    /// An object with some of these keys.
    case object([String: MetadataSchema])
    /// The name of a sanitizer.
    case sanitizerName
    /// A regular expression.
    case pattern
    /// Any value: recorded results of a run are not settings.
    case anything

    /// Returns the first problem of a value with the path of keys to it, or `nil` if it is valid.
    func problem(in value: JSONValue, at path: String) -> (path: String, problem: String)? {
        switch (self, value) {
        case (.anything, _), (.flag, .bool), (.text, .string): return nil
        case (.amount, .number(let number)) where number.double >= 0 && number.double.isFinite:
            return nil
        case (.sanitizerName, .string(let name)):
            return Self.problem { () throws(SanitizerError) in _ = try Sanitizer.named(name) }
                .map { (path, $0) }
        case (.pattern, .string(let pattern)):
            return Self.problem { () throws(SanitizerError) in
                _ = try Sanitizer(pattern: pattern, replacement: "")
            }.map { (path, $0) }
        case (.list(let element), .array(let values)):
            return values.enumerated().lazy.compactMap { index, value in
                element.problem(in: value, at: "\(path).\(index)")
            }.first
        case (.object(let schemas), .object(let object)):
            for (key, value) in object {
                guard let schema = schemas[key] else {
                    let hint = NearestName(to: key, among: schemas.keys).hint
                    return ("\(path).\(key)", "there is no such setting; \(hint)")
                }
                if let problem = schema.problem(in: value, at: "\(path).\(key)") { return problem }
            }
            return nil
        default:
            return (path, "it should be \(name), but is \(Self.shortened(value))")
        }
    }

    /// Returns the message of an error that a closure throws.
    private static func problem(_ body: () throws(SanitizerError) -> Void) -> String? {
        do {
            try body()
            return nil
        } catch {
            return error.description
        }
    }

    /// The name of the expected value.
    private var name: String {
        switch self {
        case .amount: "a number from zero on"
        case .flag: "true or false"
        case .text, .sanitizerName, .pattern: "a text"
        case .list: "an array"
        case .object: "an object"
        case .anything: "a value"
        }
    }

    /// Returns a value in a few characters.
    private static func shortened(_ value: JSONValue) -> String {
        let text = value.text()
        return text.count > 40 ? text.prefix(40) + "…" : text
    }
}
