internal import JSON

/// The entries of an object of the document, taken out one by one until only unknown ones are left.
struct DocumentEntries {
    /// The entries that have not been taken yet.
    private(set) var remaining: JSONObject

    /// Where the object stands, as an error names it; empty for the document itself.
    private let place: String

    /// Looks at a value as an object.
    ///
    /// - Throws: `NotebookError`, where it is something else.
    init(_ value: JSONValue, at place: String) throws(NotebookError) {
        guard case .object(let object) = value else {
            let subject = place.isEmpty ? "the document" : place
            throw Self.error("\(subject) is \(value.kind) instead of an object")
        }
        remaining = object
        self.place = place
    }

    /// Takes an entry of any kind.
    mutating func take(_ key: String) -> JSONValue? {
        defer { remaining[key] = nil }
        return remaining[key]
    }

    /// Takes a text, which may stand there as an array of its lines; nothing where it is missing.
    mutating func takeText(_ key: String) throws(NotebookError) -> String? {
        switch take(key) {
        case nil: return nil
        case .string(let text): return text
        case .array(let lines):
            if case .string(let text)? = MIMEForms.joined(lines: lines) { return text }
            throw mismatch(key, expected: "text", found: "an array of other things than text")
        case let other?: throw mismatch(key, expected: "text", found: other.kind)
        }
    }

    /// Takes an object; nothing where it is missing.
    mutating func takeObject(_ key: String) throws(NotebookError) -> JSONObject? {
        guard let value = take(key) else { return nil }
        guard case .object(let object) = value else {
            throw mismatch(key, expected: "an object", found: value.kind)
        }
        return object
    }

    /// Takes an array; nothing where it is missing.
    mutating func takeArray(_ key: String) throws(NotebookError) -> [JSONValue]? {
        guard let value = take(key) else { return nil }
        guard case .array(let array) = value else {
            throw mismatch(key, expected: "an array", found: value.kind)
        }
        return array
    }

    /// Takes an integer; nothing where it is missing or `null`.
    mutating func takeInteger(_ key: String) throws(NotebookError) -> Int? {
        guard let value = take(key), !value.isNull else { return nil }
        guard let integer = value.int else {
            throw mismatch(key, expected: "an integer", found: value.text())
        }
        return integer
    }

    /// Makes an error about an entry of the wrong kind.
    private func mismatch(_ key: String, expected: String, found: String) -> NotebookError {
        let subject = place.isEmpty ? key : "\(place).\(key)"
        return Self.error("\(subject) is \(found) instead of \(expected)")
    }

    /// Makes an error about the shape of the document.
    static func error(_ problem: String) -> NotebookError {
        NotebookError(.read, cause: .notANotebook(problem))
    }
}
