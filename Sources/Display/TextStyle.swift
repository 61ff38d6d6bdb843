internal import Glibc

/// The characters that text pictures and tables are drawn with.
public enum TextStyle: Sendable, Hashable, CaseIterable {
    /// Box drawing, block and Greek characters.
    case unicode
    /// Seven-bit ASCII only.
    case ascii

    /// The style that suits the locale of the process.
    public static var preferred: TextStyle {
        suiting { name in getenv(name).map { String(cString: $0) } }
    }

    /// Returns the style that suits an environment.
    ///
    /// Only a locale that names another character set than UTF-8 asks for ASCII: where nothing is
    /// set, what is drawn does not depend on who starts the process.
    public static func suiting(environment: (String) -> String?) -> TextStyle {
        for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
            guard let locale = environment(name), !locale.isEmpty else { continue }
            let canonical = locale.lowercased().filter { $0 != "-" }
            return canonical.hasSuffix("utf8") ? .unicode : .ascii
        }
        return .unicode
    }
}
