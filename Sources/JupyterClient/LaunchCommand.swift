internal import Files
internal import Processes

/// The command that starts a kernel, with arguments and environment.
struct LaunchCommand: Sendable, Hashable {
    /// The path of the program.
    let executable: String

    /// The arguments after the program's name.
    let arguments: [String]

    /// The complete environment.
    let environment: [String: String]

    /// Creates the command for a kernel's specification.
    ///
    /// - Parameters:
    ///   - folder: the folder of the connection file.
    ///   - environment: the environment of this process.
    ///   - parent: the ID of this process, which some kernels watch.
    /// - Throws: `JupyterClientError` if the program cannot be found.
    init(
        of specification: KernelSpecification, folder: String,
        environment: [String: String], parent: Int32
    ) throws(JupyterClientError) {
        let prefix = specification.prefix
        let filled = specification.arguments.map { argument in
            argument.replacing("{connection_file}", with: Self.connectionFile(in: folder))
                .replacing("{resource_dir}", with: specification.folder)
                .replacing("{prefix}", with: prefix)
        }
        let program = filled.first ?? ""
        guard
            let executable = Self.find(program, prefix: prefix, path: environment["PATH"])
        else {
            throw .missingProgram(name: program, kernel: specification.name)
        }
        self.executable = executable
        arguments = filled.dropFirst() + Self.additions(to: filled)
        var whole = environment
        for (name, value) in specification.environment {
            whole[name] = VariableTemplate(value).filled(from: environment)
        }
        whole["JPY_PARENT_PID"] = String(parent)
        whole[ProcessGuard.mark] = folder
        self.environment = whole
    }

    /// Returns the command with resource limits.
    ///
    /// A shell sets the limits for itself, and then executes the kernel.
    func limited(memory: Int?, processor: Int?) -> LaunchCommand {
        let memory = memory.map { "ulimit -v \(max(1, $0 / 1024))" }
        let processor = processor.map { "ulimit -t \($0)" }
        let limits = [memory, processor].compactMap { $0 }
        guard !limits.isEmpty else { return self }
        let script = (limits + ["exec \"$0\" \"$@\""]).joined(separator: " && ")
        return LaunchCommand(
            executable: "/bin/sh", arguments: ["-c", script, executable] + arguments,
            environment: environment)
    }

    /// Creates a command from its parts.
    private init(executable: String, arguments: [String], environment: [String: String]) {
        self.executable = executable
        self.arguments = arguments
        self.environment = environment
    }

    /// Returns the path of the connection file.
    static func connectionFile(in folder: String) -> String { "\(folder)/kernel.json" }

    /// Returns arguments that keep a run from leaving traces: IPython would write the cells to the
    /// user's history.
    private static func additions(to command: [String]) -> [String] {
        let isIPython = command.contains { $0 == "ipykernel" || $0 == "ipykernel_launcher" }
        return isIPython ? ["--HistoryManager.hist_file=:memory:"] : []
    }

    /// Returns the path of a program.
    ///
    /// The specification of a kernel in a Python environment often just says `python` and means the
    /// environment's own, so that is searched first.
    private static func find(_ program: String, prefix: String, path: String?) -> String? {
        if program.contains("/") { return FilePath.isExecutable(program) ? program : nil }
        guard !program.isEmpty else { return nil }
        let folders = ["\(prefix)/bin"] + (path ?? "").split(separator: ":").map(String.init)
        return folders.map { "\($0)/\(program)" }.first(where: FilePath.isExecutable)
    }
}

extension KernelSpecification {
    /// The prefix of the kernel's installation: its folder is `PREFIX/share/jupyter/kernels/NAME`.
    fileprivate var prefix: String {
        folder.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
            .joined(separator: "/")
    }
}
