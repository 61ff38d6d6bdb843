public import Display

/// The variables of a session, in the form in which they are sent to the kernel.
public struct VariableList: Displayable {
    /// The names and values.
    private let variables: [(name: String, value: Any)]

    /// The maximum length of a value's text.
    private static let limit = 160

    /// Creates a list of variables.
    public init(_ variables: [(String, Any)]) {
        self.variables = variables.map { (name: $0.0, value: $0.1) }
    }

    /// A JSON array with an object per variable.
    public var mimeBundle: MIMEBundle {
        let objects = variables.map { name, value in
            let fields = [
                ("name", name), ("type", String(reflecting: type(of: value))),
                ("value", ShownText(limit: Self.limit).description(of: value)),
                ("shape", Self.shape(of: value)),
            ]
            return "{"
                + fields.map { "\(JSONText($0).text):\(JSONText($1).text)" }.joined(separator: ",")
                + "}"
        }
        var bundle = MIMEBundle(text: "variables")
        bundle[.json] = .json("[" + objects.joined(separator: ",") + "]")
        return bundle
    }

    /// Returns the number of elements in each dimension, such as `3 × 4`; empty if the value has
    /// none.
    private static func shape(of value: Any) -> String {
        if let collection = value as? any Collection, !(value is String) {
            let inner = collection.first.map { shape(of: $0) } ?? ""
            return "\(collection.count)" + (inner.isEmpty ? "" : " × \(inner)")
        }
        let counts = Mirror(reflecting: value).children.reduce(into: [String: Int]()) {
            if let name = $1.label, let count = $1.value as? Int { $0[name] = count }
        }
        guard let rows = counts["rows"], let columns = counts["columns"] else { return "" }
        return "\(rows) × \(columns)"
    }
}
