internal import Glibc
internal import Processes

/// The environment variables that were set only for the start of this process.
enum StartEnvironment {
    /// The prefix under which the kernel keeps the user's own values.
    private static let keptPrefix = "UNROLL_KEPT_"

    /// Restores the user's values, so that cells see the original environment.
    static func restore() {
        for (keptName, value) in ProcessEnvironment.variables where keptName.hasPrefix(keptPrefix) {
            let name = String(keptName.dropFirst(keptPrefix.count))
            unsetenv(keptName)
            if value.isEmpty { unsetenv(name) } else { setenv(name, value, 1) }
        }
    }
}
