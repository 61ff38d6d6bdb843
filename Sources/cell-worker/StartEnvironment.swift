internal import Glibc

/// The environment variables that were set only for the start of this process.
enum StartEnvironment {
    /// The prefix under which the kernel keeps the user's own values.
    private static let keptPrefix = "UNROLL_KEPT_"

    /// Restores the user's values, so that cells see the original environment.
    static func restore() {
        var kept: [(name: String, value: String)] = []
        var entry = environ
        while let text = entry.pointee.map({ String(cString: $0) }) {
            entry += 1
            guard text.hasPrefix(keptPrefix), let equals = text.firstIndex(of: "=") else {
                continue
            }
            let name = text[..<equals].dropFirst(keptPrefix.count)
            kept.append((String(name), String(text[text.index(after: equals)...])))
        }
        for (name, value) in kept {
            unsetenv(keptPrefix + name)
            if value.isEmpty { unsetenv(name) } else { setenv(name, value, 1) }
        }
    }
}
