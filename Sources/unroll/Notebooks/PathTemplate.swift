internal import ArgumentParser
internal import NotebookRunner

/// A path with placeholders for parameter values, such as `{rate}`.
struct PathTemplate {
    /// The path with placeholders.
    private let path: String

    /// Creates a template.
    init(_ path: String) {
        self.path = path
    }

    /// Returns the path with the values substituted.
    ///
    /// - Parameter index: the value of `{index}`, if the parameters are those of a row.
    /// - Throws: `ValidationError` if a placeholder names no parameter, or its value contains a
    ///   slash.
    func filled(with parameters: [NotebookParameter], index: Int? = nil) throws -> String {
        var result = ""
        var rest = path[...]
        while let opening = rest.firstIndex(of: "{"),
            let closing = rest[opening...].firstIndex(of: "}")
        {
            let name = String(rest[rest.index(after: opening)..<closing])
            let parameter = parameters.last { $0.name == name }?.value.text
            guard let value = parameter ?? (name == "index" ? index.map(String.init) : nil) else {
                throw ValidationError("the path \(path) names {\(name)}, which is not set")
            }
            guard !value.contains("/"), !value.isEmpty, value != "..", value != "." else {
                throw ValidationError(
                    "the value \"\(value)\" of \(name) cannot be a part of the path \(path)")
            }
            result += rest[..<opening] + value
            rest = rest[rest.index(after: closing)...]
        }
        return result + rest
    }
}
