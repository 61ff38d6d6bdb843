internal import Glibc

/// The characters with which text charts and tables are drawn.
public enum TextStyle: Sendable, Hashable, CaseIterable {
    /// Box drawing, block and Greek characters.
    case unicode
    /// Only 7-bit ASCII.
    case ascii

    /// The style that matches the locale of the process.
    public static var preferred: TextStyle {
        suiting { name in getenv(name).map { String(cString: $0) } }
    }

    /// Returns the style that matches an environment.
    ///
    /// Returns `ascii` only if the locale names a character set other than UTF-8: without any
    /// setting, the output does not depend on how the process was started.
    public static func suiting(environment: (String) -> String?) -> TextStyle {
        for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
            guard let locale = environment(name), !locale.isEmpty else { continue }
            let canonical = locale.lowercased().filter { $0 != "-" }
            return canonical.hasSuffix("utf8") ? .unicode : .ascii
        }
        return .unicode
    }
}
