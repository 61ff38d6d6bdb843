internal import JSON

/// A reader of the subset of YAML in which parameters are usually written.
///
/// The subset consists of mappings, sequences, strings, numbers, Booleans and null, in block or
/// flow style. Anchors, tags, multi-line strings and multiple documents are rejected.
struct YAMLReader {
    /// A line that is not empty.
    private struct Line {
        /// Its number, starting at one.
        let number: Int
        /// The number of leading spaces.
        let indent: Int
        /// Its text after those, without a comment.
        let text: Substring
    }

    /// The lines that have not been read yet.
    private var lines: ArraySlice<Line>

    /// The maximum nesting depth of blocks.
    private static let maximumDepth = 64

    /// Parses a text as one value.
    static func value(of text: String) throws(YAMLError) -> JSONValue {
        var lines: [Line] = []
        let all = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in all.enumerated() {
            let content = Self.withoutComment(line.drop { $0 == " " })
            guard !content.isEmpty, !(lines.isEmpty && content == "---") else { continue }
            guard !content.hasPrefix("\t") else {
                throw YAMLError(line: index + 1, problem: "is indented with a tab")
            }
            let indent = line.prefix { $0 == " " }.count
            lines.append(Line(number: index + 1, indent: indent, text: content))
        }
        var reader = YAMLReader(lines: lines[...])
        guard let first = lines.first else { return [:] }
        let value = try reader.block(indent: first.indent, depth: 0)
        if let rest = reader.lines.first {
            throw YAMLError(line: rest.number, problem: "is not indented like the lines before it")
        }
        return value
    }

    /// Parses the lines of a block.
    private mutating func block(indent: Int, depth: Int) throws(YAMLError) -> JSONValue {
        guard let first = lines.first else { return nil }
        guard depth < Self.maximumDepth else {
            throw YAMLError(line: first.number, problem: "lies too deep")
        }
        if first.text == "-" || first.text.hasPrefix("- ") {
            return try list(indent: indent, depth: depth)
        }
        if Self.key(of: first.text) != nil { return try table(indent: indent, depth: depth) }
        lines = lines.dropFirst()
        return try scalar(first.text, first.number)
    }

    /// Parses a block sequence.
    private mutating func list(indent: Int, depth: Int) throws(YAMLError) -> JSONValue {
        var values: [JSONValue] = []
        while let line = lines.first, line.indent == indent,
            line.text == "-" || line.text.hasPrefix("- ")
        {
            lines = lines.dropFirst()
            let rest = line.text.dropFirst().drop { $0 == " " }
            if rest.isEmpty {
                values.append(try inner(of: indent, depth: depth))
            } else {
                // The text after the dash begins a nested block.
                let inside = indent + line.text.count - rest.count
                lines.insert(
                    Line(number: line.number, indent: inside, text: rest), at: lines.startIndex)
                values.append(try block(indent: inside, depth: depth + 1))
            }
        }
        return .array(values)
    }

    /// Parses a block mapping.
    private mutating func table(indent: Int, depth: Int) throws(YAMLError) -> JSONValue {
        var object = JSONObject()
        while let line = lines.first, line.indent == indent {
            guard let (name, rest) = Self.key(of: line.text) else {
                throw YAMLError(line: line.number, problem: "should be of the form \"name: value\"")
            }
            guard let key = try scalarText(name, line.number) else {
                throw YAMLError(line: line.number, problem: "has no name before the colon")
            }
            guard object[key] == nil else {
                throw YAMLError(line: line.number, problem: "sets \(key) a second time")
            }
            lines = lines.dropFirst()
            object[key] =
                rest.isEmpty
                ? try inner(of: indent, depth: depth) : try scalar(rest, line.number)
        }
        return .object(object)
    }

    /// Parses the lines after a key or a dash.
    private mutating func inner(of indent: Int, depth: Int) throws(YAMLError) -> JSONValue {
        guard let next = lines.first else { return nil }
        // A sequence may have the same indentation as its key.
        let isList = next.indent == indent && (next.text == "-" || next.text.hasPrefix("- "))
        guard next.indent > indent || isList else { return nil }
        return try block(indent: next.indent, depth: depth + 1)
    }

    /// Splits a line at the colon after a key.
    private static func key(of text: Substring) -> (name: Substring, rest: Substring)? {
        var quote: Character?
        for index in text.indices {
            let character = text[index]
            if let current = quote {
                if character == current { quote = nil }
            } else if index == text.startIndex, character == "\"" || character == "'" {
                quote = character
            } else if index == text.startIndex, character == "[" || character == "{" {
                return nil
            } else if character == ":" {
                let rest = text[text.index(after: index)...]
                if rest.isEmpty || rest.first == " " {
                    return (text[..<index], rest.drop { $0 == " " })
                }
            }
        }
        return nil
    }

    /// Returns a line without its comment and trailing spaces.
    private static func withoutComment(_ line: Substring) -> Substring {
        var quote: Character?
        var end = line.endIndex
        var previous: Character = " "
        for index in line.indices {
            let character = line[index]
            if let current = quote {
                if character == current, previous != "\\" || current == "'" { quote = nil }
            } else if character == "#", previous == " " {
                end = index
                break
            } else if character == "\"" || character == "'", " [{,:".contains(previous) {
                quote = character
            }
            previous = character
        }
        let content = line[..<end]
        return content.lastIndex { !$0.isWhitespace }.map { content[...$0] } ?? ""
    }

    /// Parses a scalar that must be a string.
    private func scalarText(_ text: Substring, _ line: Int) throws(YAMLError) -> String? {
        let trimmed = text.lastIndex { $0 != " " }.map { text[...$0] } ?? ""
        guard !trimmed.isEmpty else { return nil }
        if trimmed.first == "\"" || trimmed.first == "'" {
            return try scalar(trimmed, line).string
        }
        return String(trimmed)
    }

    /// Parses a value on one line.
    private func scalar(_ text: Substring, _ line: Int) throws(YAMLError) -> JSONValue {
        switch text.first {
        case "&", "*", "!", "|", ">", "%", "@", "`":
            throw YAMLError(
                line: line,
                problem: "begins a value with \(text.prefix(1)), which is not understood")
        case "\"":
            guard let value = try? JSONValue(parsing: String(text)) else {
                throw YAMLError(line: line, problem: "has a text in quotes that cannot be read")
            }
            return value
        case "'":
            guard text.count > 1, text.last == "'" else {
                throw YAMLError(line: line, problem: "has a text whose quote is not closed")
            }
            return .string(String(text.dropFirst().dropLast()).replacing("''", with: "'"))
        case "[", "{": return try flow(text, line)
        default: return Self.plain(text)
        }
    }

    /// Parses a flow sequence or mapping.
    private func flow(_ text: Substring, _ line: Int) throws(YAMLError) -> JSONValue {
        let list = SpelledList(String(text))
        if text.first == "[", let elements = list?.elements {
            var values: [JSONValue] = []
            for element in elements { values.append(try value(element, line)) }
            return .array(values)
        }
        guard text.first == "{", let entries = list?.entries else {
            throw YAMLError(line: line, problem: "has brackets that do not match")
        }
        var object = JSONObject()
        for entry in entries { object[entry.key.text] = try value(entry.value, line) }
        return .object(object)
    }

    /// Parses an item of a flow collection.
    private func value(_ item: ParameterValue, _ line: Int) throws(YAMLError) -> JSONValue {
        switch item {
        case .data(let value): value
        case .spelled(let text): try scalar(text[...], line)
        }
    }

    /// Parses a scalar without quotes.
    ///
    /// - Source: the core schema of YAML 1.2, and the Booleans of 1.1, which Python's reader
    ///   accepts.
    private static func plain(_ text: Substring) -> JSONValue {
        switch text.lowercased() {
        case "null", "~", "": return nil
        case "true", "yes", "on": return true
        case "false", "no", "off": return false
        case ".nan": return .number(JSONNumber(Double.nan))
        case ".inf", "+.inf": return .number(JSONNumber(Double.infinity))
        case "-.inf": return .number(JSONNumber(-Double.infinity))
        default: break
        }
        let spelling = NumberSpelling(String(text))
        if let digits = spelling.integer, let number = try? JSONValue(parsing: digits) {
            return number
        }
        if let number = spelling.decimal { return .number(JSONNumber(number)) }
        return .string(String(text))
    }
}

/// The error thrown when a text is not valid YAML.
struct YAMLError: Error, CustomStringConvertible {
    /// The line number, starting at one.
    let line: Int

    /// The problem.
    let problem: String

    /// The line and the problem, as the end of a sentence.
    var description: String { "line \(line) \(problem)" }
}
