internal import Glibc

/// The environment variables that were set for this process's start only.
enum StartEnvironment {
    /// Stands before the names under which the kernel keeps the person's own values.
    private static let keptPrefix = "UNROLL_KEPT_"

    /// Puts back what the person had, so that cells see their own environment.
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
