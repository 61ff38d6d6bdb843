/// A request to sourcekitd.
struct SourceKitRequest {
    /// The request's name, such as `source.request.compile`.
    let name: String

    /// What the request says, under sourcekitd's keys.
    private(set) var entries: [(key: String, value: Value)] = []

    /// Something that a request can say.
    indirect enum Value {
        /// One of sourcekitd's own words.
        case word(String)
        /// Text.
        case string(String)
        /// A number.
        case int(Int)
        /// Several texts.
        case strings([String])
        /// More entries.
        case entries([(key: String, value: Value)])
    }

    /// Makes a request that says nothing but its name yet.
    init(_ name: String) {
        self.name = name
    }

    /// Adds an entry.
    mutating func add(_ key: String, _ value: Value) {
        entries.append((key, value))
    }

    /// The request in the form of YAML in which sourcekitd reads requests.
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

    /// Returns text in double quotes, with everything escaped that YAML could take for layout.
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
