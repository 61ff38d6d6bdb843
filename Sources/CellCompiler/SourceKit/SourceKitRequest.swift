/// A request to sourcekitd.
struct SourceKitRequest {
    /// The name of the request, such as `source.request.compile`.
    let name: String

    /// The entries of the request, by sourcekitd's keys.
    private(set) var entries: [(key: String, value: Value)] = []

    /// A value of an entry.
    indirect enum Value {
        /// A UID of sourcekitd.
        case word(String)
        /// A string.
        case string(String)
        /// An integer.
        case int(Int)
        /// An array of strings.
        case strings([String])
        /// A dictionary.
        case entries([(key: String, value: Value)])
    }

    /// Creates a request without entries.
    init(_ name: String) {
        self.name = name
    }

    /// Adds an entry.
    mutating func add(_ key: String, _ value: Value) {
        entries.append((key, value))
    }

    /// The request in the YAML form that sourcekitd reads.
    var yaml: String {
        Value.entries([("key.request", .word(name))] + entries).yaml
    }
}

extension SourceKitRequest.Value {
    /// The value in YAML's flow style.
    fileprivate var yaml: String {
        switch self {
        case .word(let word): word
        case .int(let number): String(number)
        case .string(let text): Self.quoted(text)
        case .strings(let texts): "[" + texts.map(Self.quoted).joined(separator: ", ") + "]"
        case .entries(let entries):
            "{" + entries.map { "\($0.key): \($0.value.yaml)" }.joined(separator: ", ") + "}"
        }
    }

    /// Returns text in double quotes, with everything escaped that YAML could misread.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case " "..."~": result.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16)
                result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
            }
        }
        return result + "\""
    }
}
