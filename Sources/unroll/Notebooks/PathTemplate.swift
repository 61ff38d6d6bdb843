internal import ArgumentParser
internal import NotebookRunner

/// A path with places such as `{rate}` for the values of parameters.
struct PathTemplate {
    /// The path with its places.
    private let path: String

    /// Takes a path.
    init(_ path: String) {
        self.path = path
    }

    /// Returns the path with the values filled in.
    ///
    /// - Parameter index: what stands for `{index}`, where the parameters are those of a row.
    /// - Throws: `ValidationError`, where a place names no parameter, or its value holds a slash.
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
