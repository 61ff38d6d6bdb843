internal import JSON

/// The conversion of parameter values to Swift literals.
struct SwiftLiteral {
    /// Indicates whether the literal follows a type annotation.
    let isAnnotated: Bool

    /// Returns the literal of a value for a type, or `nil` if the value does not match the type.
    func literal(for value: ParameterValue, of type: SwiftType) -> String? {
        switch type {
        case .integer(let name): return value.numberSpelling.flatMap { integer($0, name) }
        case .number(let name): return value.numberSpelling.flatMap { number($0, name) }
        case .boolean: return value.truth.map { "\($0)" }
        case .string: return text(value)
        case .optional(let wrapped):
            return value.isNone ? "nil" : literal(for: value, of: wrapped)
        case .array(let element): return array(value, of: element)
        case .dictionary(let key, let element): return dictionary(value, key, element)
        case .other(let name): return member(value, of: name)
        case .unknown: return literal(for: value)
        }
    }

    /// Returns the literal of a value without a declared type.
    private func literal(for value: ParameterValue) -> String? {
        guard !value.isNone else { return nil }
        switch value {
        case .data(.string): return text(value)
        case .data(.object): return dictionary(value, .string, .unknown)
        default: break
        }
        return value.numberSpelling.flatMap { integer($0, "Int") }
            ?? value.numberSpelling.flatMap { number($0, "Double") }
            ?? value.truth.map { "\($0)" } ?? array(value, of: .unknown) ?? text(value)
    }

    /// Returns an integer literal if the number fits a type.
    private func integer(_ text: String, _ type: String) -> String? {
        guard let digits = NumberSpelling(text).integer else { return nil }
        let fits =
            switch type {
            case "Int8": Int8(digits) != nil
            case "Int16": Int16(digits) != nil
            case "Int32": Int32(digits) != nil
            case "UInt": UInt(digits) != nil
            case "UInt8": UInt8(digits) != nil
            case "UInt16": UInt16(digits) != nil
            case "UInt32": UInt32(digits) != nil
            case "UInt64": UInt64(digits) != nil
            default: Int(digits) != nil
            }
        guard fits else { return nil }
        // The user's digit grouping is kept.
        return text.filter { $0 != "_" } == digits ? text : digits
    }

    /// Returns a floating-point literal if the number fits a type.
    private func number(_ text: String, _ type: String) -> String? {
        let spelling = NumberSpelling(text)
        if let name = spelling.nonFiniteName {
            let isNegative = name.hasPrefix("-")
            let member =
                "\(isAnnotated ? "" : type).\(isNegative ? String(name.dropFirst()) : name)"
            return isNegative ? "-\(member)" : member
        }
        guard let number = spelling.decimal else { return nil }
        let isFloat = type == "Float" || type == "Float32" || type == "Float16"
        let largest = type == "Float16" ? 65504 : Double(Float.greatestFiniteMagnitude)
        return isFloat && abs(number) > largest ? nil : number.description
    }

    /// Returns a string literal.
    private func text(_ value: ParameterValue) -> String? {
        let text: String
        switch value {
        case .spelled(let spelled): text = spelled
        case .data(.string(let string)): text = string
        case .data(.number(let number)): text = number.spelling
        case .data: return nil
        }
        return "\"\(QuotedText.escaped(text, style: .swift))\""
    }

    /// Returns an array literal.
    private func array(_ value: ParameterValue, of element: SwiftType) -> String? {
        guard let elements = value.elements else { return nil }
        var literals: [String] = []
        for value in elements {
            guard let literal = SwiftLiteral(isAnnotated: false).literal(for: value, of: element)
            else { return nil }
            literals.append(literal)
        }
        return "[\(literals.joined(separator: ", "))]"
    }

    /// Returns a dictionary literal.
    private func dictionary(
        _ value: ParameterValue, _ key: SwiftType, _ element: SwiftType
    ) -> String? {
        guard let entries = value.entries else { return nil }
        let writer = SwiftLiteral(isAnnotated: false)
        var literals: [String] = []
        for entry in entries {
            guard let key = writer.literal(for: entry.key, of: key),
                let value = writer.literal(for: entry.value, of: element)
            else { return nil }
            literals.append("\(key): \(value)")
        }
        return literals.isEmpty ? "[:]" : "[\(literals.joined(separator: ", "))]"
    }

    /// Returns a member of a type: `.name`, or qualified with the type's name.
    private func member(_ value: ParameterValue, of type: String) -> String? {
        guard case .spelled(let text) = value else { return nil }
        let name = text.hasPrefix("\(type).") ? text.dropFirst(type.count + 1) : text.dropFirst()
        guard text.hasPrefix(".") || text.hasPrefix("\(type)."),
            NotebookParameter.isIdentifier(String(name))
        else { return nil }
        return "\(isAnnotated ? "" : type).\(name)"
    }
}
