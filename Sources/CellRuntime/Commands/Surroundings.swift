internal import Files
internal import Glibc

/// The environment and working directory of the session's process, as changed by commands.
public enum Surroundings {
    /// The error thrown when a command fails.
    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    /// Sets an environment variable.
    public static func set(_ name: String, to value: String) throws {
        guard setenv(name, value, 1) == 0 else {
            throw Problem(
                description: "could not set \(name): \(ErrorNumber.last)")
        }
    }

    /// Changes the working directory.
    public static func change(to folder: String) throws {
        guard chdir(folder) == 0 else {
            throw Problem(
                description: "could not go to \(folder): \(ErrorNumber.last)")
        }
    }

    /// The environment variables sorted by name, one per line.
    public static var environment: String {
        var lines: [String] = []
        var entry = environ
        while let text = entry.pointee {
            lines.append(String(cString: text))
            entry += 1
        }
        return lines.sorted().joined(separator: "\n")
    }

    /// Returns the value of an environment variable.
    public static func value(of name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}
