/// What the value of a parameter has to be, in the words of an error message.
enum ValueKind: String {
    /// A whole number.
    case integer = "an integer"
    /// A number that may have a fraction.
    case number = "a number"
    /// `true` or `false`.
    case boolean = "true or false"
    /// A text.
    case string = "a text"
    /// Anything that Swift accepts, such as `.lstm` or `[1, 2]`.
    case expression = "an expression"

    /// Finds the kind of a type, where it is one of the basic ones.
    init?(ofType type: String?) {
        switch type {
        case "Int", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8", "UInt16", "UInt32",
            "UInt64":
            self = .integer
        case "Double", "Float", "Float32", "Float64": self = .number
        case "Bool": self = .boolean
        case "String": self = .string
        case nil: return nil
        default: self = .expression
        }
    }

    /// Finds the kind of a literal.
    init(ofLiteral literal: String) {
        let digits = literal.filter { $0 != "_" }
        switch literal {
        case "true", "false": self = .boolean
        case _ where literal.hasPrefix("\"") || literal.hasPrefix("#\""): self = .string
        case _ where Int(digits) != nil: self = .integer
        case _ where Self.isDecimal(digits): self = .number
        default: self = .expression
        }
    }

    /// Returns a value as Swift writes one of this kind, or nothing where it is not one.
    func literal(for value: String) -> String? {
        switch self {
        case .integer:
            return Int(value.filter { $0 != "_" }) == nil ? nil : value
        case .number:
            guard Self.isDecimal(value), let number = Double(value) else { return nil }
            return number.description
        case .boolean:
            let word = value.lowercased()
            return word == "true" || word == "false" ? word : nil
        case .string:
            return "\"\(QuotedText.escaped(value, style: .swift))\""
        case .expression:
            return value.isEmpty ? nil : value
        }
    }

    /// Whether a text is a number in decimal digits, with a fraction or an exponent or neither.
    private static func isDecimal(_ text: String) -> Bool {
        guard text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }) else { return false }
        return Double(text)?.isFinite == true
    }
}
