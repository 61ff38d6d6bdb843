/// The Swift type of a parameter, as far as it matters for literals.
indirect enum SwiftType: Sendable, Hashable {
    /// An integer type, by its name.
    case integer(String)
    /// A floating-point type, by its name.
    case number(String)
    /// `Bool`.
    case boolean
    /// `String`.
    case string
    /// An optional.
    case optional(SwiftType)
    /// An array.
    case array(SwiftType)
    /// A dictionary.
    case dictionary(SwiftType, SwiftType)
    /// Another type, whose members can be named.
    case other(String)
    /// An unknown type.
    case unknown

    /// The names of the integer types.
    static let integers: Set<String> = [
        "Int", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8", "UInt16", "UInt32", "UInt64",
    ]

    /// The names of the floating-point types.
    static let numbers: Set<String> = [
        "Double", "Float", "Float32", "Float64", "Float16", "CGFloat",
    ]

    /// Parses a type annotation.
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

    /// Finds a type by name; returns `unknown` for any other name.
    private init(named name: String) {
        switch name {
        case "Bool": self = .boolean
        case "String": self = .string
        case _ where Self.integers.contains(name): self = .integer(name)
        case _ where Self.numbers.contains(name): self = .number(name)
        default: self = name.isEmpty ? .unknown : .other(name)
        }
    }

    /// Infers the type of an expression if it is certain without the types of other declarations.
    init(expression: String) {
        let spelling = NumberSpelling(expression)
        guard spelling.integer == nil else {
            self = .integer("Int")
            return
        }
        guard spelling.decimal == nil else {
            self = .number("Double")
            return
        }
        let tokens = SourceLexer.tokens(of: expression, style: .swift)
        if Self.isText(tokens) {
            self = .string
        } else if Self.isTruth(tokens) {
            self = .boolean
        } else if Self.isSum(expression) {
            let isFraction = expression.contains { ".eE".contains($0) }
            self = isFraction ? .number("Double") : .integer("Int")
        } else if Self.inside(expression, "[", "]") != nil {
            self = Self.ofLiteral(expression)
        } else {
            self.init(namedBy: tokens)
        }
    }

    /// Returns whether an expression consists of text literals, one or several joined by `+`.
    private static func isText(_ tokens: [SourceToken]) -> Bool {
        guard tokens.count % 2 == 1 else { return false }
        return tokens.enumerated().allSatisfy { index, token in
            index % 2 == 1 ? token.text == "+" : token.kind == .literal && token.text.contains("\"")
        }
    }

    /// Returns whether an expression is `true`, `false` or the negation of a name.
    private static func isTruth(_ tokens: [SourceToken]) -> Bool {
        let rest = tokens.first?.text == "!" ? tokens.dropFirst() : tokens[...]
        guard rest.count == 1, let word = rest.first, word.kind == .word else { return false }
        return rest.count < tokens.count || word.text == "true" || word.text == "false"
    }

    /// Returns whether an expression consists of numbers and arithmetic operators; a range is
    /// neither.
    private static func isSum(_ expression: String) -> Bool {
        !expression.isEmpty && !expression.contains("..")
            && expression.utf8.allSatisfy { "0123456789._+-*/%() eE".utf8.contains($0) }
    }

    /// Infers the type whose initializer or member an expression consists of, such as `Float(0.5)`
    /// or `Double.pi / 2`; what else follows may have another type.
    private init(namedBy tokens: [SourceToken]) {
        self = .unknown
        guard tokens.count > 2, let name = tokens.first, name.kind == .word,
            name.text.first?.isUppercase == true
        else { return }
        var rest = tokens.dropFirst()
        if rest.first?.text == ".", rest.dropFirst().first?.kind == .word {
            rest = rest.dropFirst(2)
        }
        if rest.first?.text == "(" { rest = rest.dropFirst(Self.lengthOfBrackets(in: rest)) }
        let isArithmetic = rest.allSatisfy { token in
            token.kind == .literal && !token.text.contains("\"")
                || token.kind == .sign && "+-*/%()".contains(token.text)
        }
        guard isArithmetic, rest.count < tokens.count - 1 else { return }
        self.init(named: String(name.text))
    }

    /// Returns the number of tokens up to the bracket that closes the first one.
    private static func lengthOfBrackets(in tokens: ArraySlice<SourceToken>) -> Int {
        var depth = 0
        for (index, token) in tokens.enumerated() where token.kind == .sign {
            if "([{".contains(token.text) { depth += 1 }
            if ")]}".contains(token.text) { depth -= 1 }
            if depth == 0 { return index + 1 }
        }
        return tokens.count
    }

    /// Infers the type of a bracketed literal from its first element.
    private static func ofLiteral(_ expression: String) -> SwiftType {
        guard let list = SpelledList(expression) else { return .unknown }
        if let entries = list.entries, !entries.isEmpty {
            return .dictionary(common(entries.map(\.key)), common(entries.map(\.value)))
        }
        guard let elements = list.elements, !elements.isEmpty else { return .unknown }
        return .array(common(elements))
    }

    /// Returns the common type of literals.
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

    /// Returns the text between a prefix and a suffix.
    private static func inside(_ text: String, _ start: String, _ end: String) -> String? {
        guard text.hasPrefix(start), text.hasSuffix(end), text.count >= start.count + end.count
        else { return nil }
        return String(text.dropFirst(start.count).dropLast(end.count))
    }

    /// Returns the index of a colon outside of brackets.
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

    /// The type's spelling in Swift, or `nil` if it is not known.
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

    /// The expected value, for error messages.
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
