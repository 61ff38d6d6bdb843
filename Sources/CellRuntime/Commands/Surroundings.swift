internal import Files
internal import Glibc

/// The environment and the folder of the session's process, as commands change them.
public enum Surroundings {
    /// Why a command could not do what it should.
    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    /// Sets a variable of the environment.
    public static func set(_ name: String, to value: String) throws {
        guard setenv(name, value, 1) == 0 else {
            throw Problem(
                description: "could not set \(name): \(ErrorNumber.last)")
        }
    }

    /// Goes to another folder.
    public static func change(to folder: String) throws {
        guard chdir(folder) == 0 else {
            throw Problem(
                description: "could not go to \(folder): \(ErrorNumber.last)")
        }
    }

    /// The environment, a variable a line, by name.
    public static var environment: String {
        var lines: [String] = []
        var entry = environ
        while let text = entry.pointee {
            lines.append(String(cString: text))
            entry += 1
        }
        return lines.sorted().joined(separator: "\n")
    }

    /// Returns the value of a variable of the environment.
    public static func value(of name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}
