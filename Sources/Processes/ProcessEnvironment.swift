internal import Glibc

/// The environment of this process.
public enum ProcessEnvironment {
    /// The variables by name, with the last value if a name occurs repeatedly.
    public static var variables: [String: String] {
        var variables: [String: String] = [:]
        var entry = environ
        while let text = entry.pointee.map({ String(cString: $0) }) {
            entry += 1
            guard let sign = text.firstIndex(of: "=") else { continue }
            variables[String(text[..<sign])] = String(text[text.index(after: sign)...])
        }
        return variables
    }
}
