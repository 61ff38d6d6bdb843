internal import Files
internal import Processes

/// A package that a person asks for, as it is written in the manifest of another package.
struct PackageRequest: Sendable, Hashable {
    /// The dependency, such as `.package(url: "…", from: "1.0.0")`.
    let dependency: String

    /// The path of a package on this machine; nil, where it is fetched.
    let path: String?

    /// The URL or path of the package, as a person reads it.
    let place: String

    /// Reads what stands behind `%package`: an address with a version, or a path.
    ///
    /// - Parameter folder: where relative paths begin.
    /// - Throws: `CommandProblem`, which says what is not understood.
    init(line: String, folder: String) throws(CommandProblem) {
        let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let place = words.first else { throw Self.unclear(line) }
        if line.hasPrefix(".package(") {
            try self.init(declaration: line, folder: folder)
        } else if place.contains("://") || place.hasPrefix("git@") {
            var version = words.dropFirst().joined(separator: " ")
            if version.hasPrefix("from:") { version = String(version.dropFirst(5)) }
            version = version.filter { !$0.isWhitespace && $0 != "\"" }
            guard let requirement = Self.requirement(version) else {
                throw CommandProblem(
                    "'%package \(line)' lacks a version; write one behind the address, such as 1.0.0"
                )
            }
            self.init(
                dependency: ".package(url: \(Self.literal(place)), \(requirement))", path: nil,
                place: place)
        } else {
            guard words.count == 1 else { throw Self.unclear(line) }
            self.init(path: place, in: folder)
        }
    }

    /// Takes a dependency.
    private init(dependency: String, path: String?, place: String) {
        self.dependency = dependency
        self.path = path
        self.place = place
    }

    /// Takes the path of a package on this machine.
    private init(path: String, in folder: String) {
        var absolute = path.hasPrefix("/") ? path : "\(folder)/\(path)"
        if path.hasPrefix("~/"), let home = ProcessEnvironment.variables["HOME"] {
            absolute = home + path.dropFirst()
        }
        absolute = FilePath.resolvingLinks(absolute) ?? absolute
        self.init(
            dependency: ".package(path: \(Self.literal(absolute)))", path: absolute,
            place: absolute)
    }

    /// Reads a dependency as manifests have it.
    private init(declaration: String, folder: String) throws(CommandProblem) {
        var text = declaration[...]
        while let last = text.last, last == "," || last.isWhitespace { text.removeLast() }
        let isWhole = text.hasSuffix(")") && text.utf8.allSatisfy { $0 != 0 && $0 != 10 }
        let strings = text.matches(of: /"([^"\\]*)"/).map { String($0.1) }
        guard isWhole, let first = strings.first else { throw Self.unclear(declaration) }
        if text.hasPrefix(".package(path:") {
            self.init(path: first, in: folder)
        } else if text.hasPrefix(".package(url:") {
            self.init(dependency: String(text), path: nil, place: first)
        } else {
            throw Self.unclear(declaration)
        }
    }

    /// Returns which versions a word stands for; nil, where it is none.
    private static func requirement(_ version: String) -> String? {
        guard version.wholeMatch(of: /\d+(\.\d+){0,2}([-+][0-9A-Za-z.+-]*)?/) != nil else {
            return nil
        }
        let parts = version.split(separator: ".").count
        let full = version + String(repeating: ".0", count: max(3 - parts, 0))
        return parts >= 3 ? "exact: \"\(full)\"" : "from: \"\(full)\""
    }

    /// Returns text as a literal of Swift.
    private static func literal(_ text: String) -> String {
        text.unicodeScalars.reduce("\"") { $0 + $1.escaped(asASCII: true) } + "\""
    }

    /// Says that a line is not understood.
    private static func unclear(_ line: String) -> CommandProblem {
        CommandProblem(
            "'\(line)' names no package; write an address and a version, a path, "
                + "or '.package(url: \"…\", from: \"…\")'")
    }
}
