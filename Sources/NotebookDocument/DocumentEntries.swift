internal import JSON

/// The entries of a JSON object of the document, removed one by one until only unknown ones remain.
struct DocumentEntries {
    /// The entries that have not been removed yet.
    private(set) var remaining: JSONObject

    /// The location of the object for errors; empty for the document itself.
    private let place: String

    /// Creates the entries of a value.
    ///
    /// - Throws: `NotebookError` if the value is not an object.
    init(_ value: JSONValue, at place: String) throws(NotebookError) {
        guard case .object(let object) = value else {
            let subject = place.isEmpty ? "the document" : place
            throw Self.error("\(subject) is \(value.kind) instead of an object")
        }
        remaining = object
        self.place = place
    }

    /// Removes and returns an entry of any kind.
    mutating func take(_ key: String) -> JSONValue? {
        defer { remaining[key] = nil }
        return remaining[key]
    }

    /// Removes and returns a text, which may be stored as an array of lines; returns `nil` if it is
    /// missing.
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

    /// Removes and returns an object; returns `nil` if it is missing.
    mutating func takeObject(_ key: String) throws(NotebookError) -> JSONObject? {
        guard let value = take(key) else { return nil }
        guard case .object(let object) = value else {
            throw mismatch(key, expected: "an object", found: value.kind)
        }
        return object
    }

    /// Removes and returns an array; returns `nil` if it is missing.
    mutating func takeArray(_ key: String) throws(NotebookError) -> [JSONValue]? {
        guard let value = take(key) else { return nil }
        guard case .array(let array) = value else {
            throw mismatch(key, expected: "an array", found: value.kind)
        }
        return array
    }

    /// Removes and returns an integer; returns `nil` if it is missing or `null`.
    mutating func takeInteger(_ key: String) throws(NotebookError) -> Int? {
        guard let value = take(key), !value.isNull else { return nil }
        guard let integer = value.int else {
            throw mismatch(key, expected: "an integer", found: value.text())
        }
        return integer
    }

    /// Returns an error about an entry of the wrong kind.
    private func mismatch(_ key: String, expected: String, found: String) -> NotebookError {
        let subject = place.isEmpty ? key : "\(place).\(key)"
        return Self.error("\(subject) is \(found) instead of \(expected)")
    }

    /// Returns an error about the shape of the document.
    static func error(_ problem: String) -> NotebookError {
        NotebookError(.read, cause: .notANotebook(problem))
    }
}
