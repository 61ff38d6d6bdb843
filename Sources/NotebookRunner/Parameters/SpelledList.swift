internal import JSON

/// A list or a table as users spell it: `[1, 2]`, `["a": 1]` or `{"a": 1}`.
struct SpelledList {
    /// The items as spelled.
    private let items: [Substring]

    /// Indicates whether it is in braces.
    private let isBraced: Bool

    /// Parses a text; returns `nil` if it is not in brackets.
    init?(_ text: String) {
        let trimmed = Self.trimmed(text[...])
        let isBraced = trimmed.first == "{" && trimmed.last == "}"
        guard isBraced || trimmed.first == "[" && trimmed.last == "]", trimmed.count > 1,
            let items = Self.split(trimmed.dropFirst().dropLast(), at: ",")
        else { return nil }
        self.isBraced = isBraced
        // `[:]` is an empty table.
        self.items = items == [":"] || items == [""] ? [] : items
    }

    /// The elements, or `nil` if it is not a list.
    var elements: [ParameterValue]? {
        guard !isBraced, items.allSatisfy({ !$0.isEmpty }) else { return nil }
        return items.map(Self.value)
    }

    /// The entries, or `nil` if it is not a table.
    var entries: [(key: ParameterValue, value: ParameterValue)]? {
        var entries: [(key: ParameterValue, value: ParameterValue)] = []
        for item in items {
            guard let parts = Self.split(item, at: ":"), parts.count == 2,
                parts.allSatisfy({ !$0.isEmpty })
            else { return nil }
            entries.append((Self.value(parts[0]), Self.value(parts[1])))
        }
        return entries
    }

    /// Returns the value of an item; one in quotes is a text.
    private static func value(_ item: Substring) -> ParameterValue {
        if item.first == "\"", let value = try? JSONValue(parsing: String(item)) {
            return .data(value)
        }
        if item.count > 1, item.first == "'", item.last == "'" {
            return .data(.string(String(item.dropFirst().dropLast())))
        }
        return .spelled(String(item))
    }

    /// Splits a text at a sign outside of quotes and brackets; returns `nil` if these are not
    /// balanced.
    private static func split(_ text: Substring, at sign: Character) -> [Substring]? {
        var parts: [Substring] = []
        var start = text.startIndex
        var depth = 0
        var quote: Character?
        var isEscaped = false
        for index in text.indices {
            let character = text[index]
            if let current = quote {
                if !isEscaped, character == current { quote = nil }
                isEscaped = !isEscaped && character == "\\"
            } else if character == "\"" || character == "'" {
                quote = character
            } else if "([{".contains(character) {
                depth += 1
            } else if ")]}".contains(character) {
                depth -= 1
            } else if depth == 0, character == sign {
                parts.append(trimmed(text[start..<index]))
                start = text.index(after: index)
            }
        }
        guard depth == 0, quote == nil else { return nil }
        return parts + [trimmed(text[start...])]
    }

    /// Returns a text without surrounding white space.
    private static func trimmed(_ text: Substring) -> Substring {
        let start = text.drop(while: \.isWhitespace)
        return start.lastIndex { !$0.isWhitespace }.map { start[...$0] } ?? ""
    }
}
