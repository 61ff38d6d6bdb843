/// The type of a parameter in Swift, as far as its values can be written down.
indirect enum SwiftType: Sendable, Hashable {
    /// A type of whole numbers, by its name.
    case integer(String)
    /// A type of numbers that may have a fraction, by its name.
    case number(String)
    /// `Bool`.
    case boolean
    /// `String`.
    case string
    /// A type whose value may be missing.
    case optional(SwiftType)
    /// An array.
    case array(SwiftType)
    /// A dictionary.
    case dictionary(SwiftType, SwiftType)
    /// Another type, whose members can be named.
    case other(String)
    /// A type that cannot be told from the source.
    case unknown

    /// The types of whole numbers.
    static let integers: Set<String> = [
        "Int", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8", "UInt16", "UInt32", "UInt64",
    ]

    /// The types of numbers with a fraction.
    static let numbers: Set<String> = [
        "Double", "Float", "Float32", "Float64", "Float16", "CGFloat",
    ]

    /// Reads a type as it is written.
    init(annotation: String) {
        let text = annotation.filter { !$0.isWhitespace }
        if text.hasSuffix("?") || text.hasSuffix("!") {
            self = .optional(SwiftType(annotation: String(text.dropLast())))
        } else if let inside = Self.inside(text, "Optional<", ">") {
            self = .optional(SwiftType(annotation: inside))
        } else if let inside = Self.inside(text, "[", "]") ?? Self.inside(text, "Array<", ">") {
            if let colon = Self.topLevelColon(in: inside) {
                self = .dictionary(
                    SwiftType(annotation: String(inside[..<colon])),
                    SwiftType(annotation: String(inside[inside.index(after: colon)...])))
            } else {
                self = .array(SwiftType(annotation: inside))
            }
        } else {
            self.init(named: text)
        }
    }

    /// Finds a type by its name.
    private init(named name: String) {
        switch name {
        case "Bool": self = .boolean
        case "String": self = .string
        case _ where Self.integers.contains(name): self = .integer(name)
        case _ where Self.numbers.contains(name): self = .number(name)
        default: self = name.isEmpty ? .unknown : .other(name)
        }
    }

    /// Finds the type of an expression, as far as that follows from how it begins.
    init(expression: String) {
        let spelling = NumberSpelling(expression)
        let first = expression.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        let afterFirst = expression[first.endIndex...].first
        if spelling.integer != nil {
            self = .integer("Int")
        } else if spelling.decimal != nil {
            self = .number("Double")
        } else if expression.hasPrefix("\"") || expression.hasPrefix("#\"") {
            self = .string
        } else if first == "true" || first == "false" || expression.hasPrefix("!") {
            self = .boolean
        } else if expression.utf8.allSatisfy({ "0123456789._+-*/%() eE".utf8.contains($0) }) {
            self = expression.contains(".") ? .number("Double") : .integer("Int")
        } else if Self.inside(expression, "[", "]") != nil {
            self = Self.ofLiteral(expression)
        } else if afterFirst == "(" || afterFirst == "." {
            self.init(namedByExpression: String(first))
        } else {
            self = .unknown
        }
    }

    /// Finds the type whose initializer or member an expression begins with.
    private init(namedByExpression name: String) {
        let isType = name.first?.isUppercase == true
        self = isType ? SwiftType(named: name) : .unknown
    }

    /// Finds the type of a literal in brackets by its first element.
    private static func ofLiteral(_ expression: String) -> SwiftType {
        guard let list = SpelledList(expression) else { return .unknown }
        if let entries = list.entries, !entries.isEmpty {
            return .dictionary(common(entries.map(\.key)), common(entries.map(\.value)))
        }
        guard let elements = list.elements, !elements.isEmpty else { return .unknown }
        return .array(common(elements))
    }

    /// Finds the type that literals have together.
    private static func common(_ values: [ParameterValue]) -> SwiftType {
        let types = values.map { value -> SwiftType in
            switch value {
            case .spelled(let text): SwiftType(expression: text)
            case .data: .string
            }
        }
        guard let first = types.first else { return .unknown }
        if types.allSatisfy({ $0 == first }) { return first }
        let areNumbers = types.allSatisfy { $0 == .integer("Int") || $0 == .number("Double") }
        return areNumbers ? .number("Double") : .unknown
    }

    /// Returns what stands between a beginning and an end.
    private static func inside(_ text: String, _ start: String, _ end: String) -> String? {
        guard text.hasPrefix(start), text.hasSuffix(end), text.count >= start.count + end.count
        else { return nil }
        return String(text.dropFirst(start.count).dropLast(end.count))
    }

    /// Returns where a colon stands outside of brackets.
    private static func topLevelColon(in text: String) -> String.Index? {
        var depth = 0
        for index in text.indices {
            switch text[index] {
            case "[", "<", "(": depth += 1
            case "]", ">", ")": depth -= 1
            case ":" where depth == 0: return index
            default: break
            }
        }
        return nil
    }

    /// The type as Swift writes it; nothing, where it is not known.
    var name: String? {
        switch self {
        case .integer(let name), .number(let name), .other(let name): name
        case .boolean: "Bool"
        case .string: "String"
        case .optional(let wrapped): wrapped.name.map { "\($0)?" }
        case .array(let element): element.name.map { "[\($0)]" }
        case .dictionary(let key, let value):
            key.name.flatMap { key in value.name.map { "[\(key): \($0)]" } }
        case .unknown: nil
        }
    }

    /// What a value has to be, in the words of an error message.
    var expectation: String {
        switch self {
        case .integer("Int"): "an integer"
        case .integer(let name): "an integer that fits into \(name)"
        case .number("Double"): "a number"
        case .number(let name): "a number that fits into \(name)"
        case .boolean: "true or false"
        case .string: "a text"
        case .optional(let wrapped): "\(wrapped.expectation), or nil"
        case .array: name.map { "an array, \($0)" } ?? "an array"
        case .dictionary: name.map { "a dictionary, \($0)" } ?? "a dictionary"
        case .other(let name): "\(name), of which a member can be set, such as .name"
        case .unknown:
            "an expression, for which a number, true, false, a text or an array can be set"
        }
    }
}
