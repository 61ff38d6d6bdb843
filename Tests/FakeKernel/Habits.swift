internal import Glibc

/// The ways in which a fake kernel misbehaves, from its arguments after the connection file.
struct Habits {
    /// The arguments.
    private let arguments: [String]

    /// Creates habits from arguments.
    init(_ arguments: [String]) {
        self.arguments = arguments
    }

    /// The folder of the connection file.
    var folder: String {
        let path = arguments.first ?? ""
        return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }

    /// Indicates whether no request is ever answered.
    var isSilent: Bool { arguments.contains("--silent") }

    /// Indicates whether subscriptions are not confirmed.
    var doesNotWelcome: Bool { arguments.contains("--no-welcome") }

    /// Indicates whether neither a request nor SIGTERM ends the kernel.
    var isStubborn: Bool { arguments.contains("--stubborn") }

    /// Indicates whether the cells behind a failed one are dropped even if the request forbids it.
    var dropsAlways: Bool { arguments.contains("--drops-always") }

    /// Indicates whether the kernel notes which cell it runs.
    var notesCells: Bool { arguments.contains("--notes-cells") }

    /// Ends the kernel, or makes it ignore signals, before it listens.
    func misbehaveBeforeStart() {
        if isStubborn { signal(SIGTERM, SIG_IGN) }
        if let index = arguments.firstIndex(of: "--exits"), index + 1 < arguments.count {
            StandardError.write("first line\n\nsomething is missing\n")
            exit(Int32(arguments[index + 1]) ?? 1)
        }
        if let index = arguments.firstIndex(of: "--port-taken-once"), index + 1 < arguments.count {
            let isFirst = access(arguments[index + 1], F_OK) != 0
            guard isFirst, let marker = fopen(arguments[index + 1], "w") else { return }
            fclose(marker)
            StandardError.write("could not bind: Address already in use\n")
            exit(1)
        }
    }
}

/// The standard error of the process.
enum StandardError {
    /// Writes a text.
    static func write(_ text: String) {
        _ = Glibc.write(STDERR_FILENO, text, text.utf8.count)
    }
}
