public import Display

/// Records a value of this run under a name, for `unroll sweep collect` and `unroll run --json`.
///
/// For example:
///
/// ```swift
/// record("loss", 0.25)
/// ```
///
/// The value is shown as well. Of several with the same name, the last counts.
///
/// - Parameters:
///   - name: the name of the column in the table.
///   - value: a number, a truth value or a text, nil, or arrays and dictionaries of these; anything
///     else is recorded as its description.
public func record(_ name: String, _ value: Any?) {
    display(RecordedValue(name: name, value: value))
}

/// A value of a run, with its name.
public struct RecordedValue: Displayable {
    /// The name.
    public let name: String

    /// The value as JSON text.
    public let json: String

    /// Pairs a name with a value.
    public init(name: String, value: Any?) {
        self.name = name
        json = Self.json(of: value as Any, depth: 0)
    }

    /// The name and the value as text, and both for tools.
    public var mimeBundle: MIMEBundle {
        var bundle = MIMEBundle(text: "\(name) = \(json)")
        bundle[.recordedValue] = .json("{\"name\":\(JSONText(name).text),\"value\":\(json)}")
        return bundle
    }

    /// The maximum depth of nested collections.
    private static let depthLimit = 20

    /// Returns a value as JSON text; numbers for which JSON has no word as texts.
    private static func json(of value: Any, depth: Int) -> String {
        switch value {
        case let value as Bool: return value ? "true" : "false"
        case let value as any BinaryInteger: return "\(value)"
        case let value as Float: return value.isFinite ? "\(value)" : "\"\(value)\""
        case let value as any BinaryFloatingPoint:
            let number = Double(value)
            return number.isFinite ? "\(number)" : "\"\(number)\""
        case let value as String: return JSONText(value).text
        default: break
        }
        let mirror = Mirror(reflecting: value)
        guard depth < depthLimit else { return JSONText(String(describing: value)).text }
        switch mirror.displayStyle {
        case .optional:
            return mirror.children.first.map { json(of: $0.value, depth: depth) } ?? "null"
        case .collection, .set:
            return "["
                + mirror.children.map { json(of: $0.value, depth: depth + 1) }
                .joined(separator: ",") + "]"
        case .dictionary:
            let entries = mirror.children.map { child in
                let pair = Mirror(reflecting: child.value).children.map(\.value)
                return (
                    key: "\(pair.first ?? "")", value: json(of: pair.last ?? "", depth: depth + 1)
                )
            }
            return "{"
                + entries.sorted { $0.key < $1.key }
                .map { "\(JSONText($0.key).text):\($0.value)" }.joined(separator: ",") + "}"
        default: return JSONText(String(describing: value)).text
        }
    }
}
