internal import Files
internal import Processes

/// The program of a kernel with everything that it is started with.
struct LaunchCommand: Sendable, Hashable {
    /// The path of the program.
    let executable: String

    /// The arguments after the program's name.
    let arguments: [String]

    /// The whole environment.
    let environment: [String: String]

    /// Fills in what a kernel's description leaves open.
    ///
    /// - Parameters:
    ///   - folder: the folder of the file that tells the kernel where to listen.
    ///   - environment: the environment of this process.
    ///   - parent: the number of this process, which some kernels watch.
    /// - Throws: `JupyterClientError`, where the program cannot be found.
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

    /// Returns the command with limits on what its processes may use.
    ///
    /// A shell sets them, for itself, and becomes the kernel.
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

    /// Takes a command as it is.
    private init(executable: String, arguments: [String], environment: [String: String]) {
        self.executable = executable
        self.arguments = arguments
        self.environment = environment
    }

    /// The file that tells a kernel where to listen.
    static func connectionFile(in folder: String) -> String { "\(folder)/kernel.json" }

    /// Returns arguments that keep a run from leaving traces: IPython would write the cells into the
    /// history of what the person typed.
    private static func additions(to command: [String]) -> [String] {
        let isIPython = command.contains { $0 == "ipykernel" || $0 == "ipykernel_launcher" }
        return isIPython ? ["--HistoryManager.hist_file=:memory:"] : []
    }

    /// Returns the path of a program.
    ///
    /// A kernel in the folders of a Python environment often only says `python` and means the
    /// environment's own, so that one is looked for first.
    private static func find(_ program: String, prefix: String, path: String?) -> String? {
        if program.contains("/") { return FilePath.isExecutable(program) ? program : nil }
        guard !program.isEmpty else { return nil }
        let folders = ["\(prefix)/bin"] + (path ?? "").split(separator: ":").map(String.init)
        return folders.map { "\($0)/\(program)" }.first(where: FilePath.isExecutable)
    }
}

extension KernelSpecification {
    /// The prefix under which the kernel is installed: its folder is
    /// `PREFIX/share/jupyter/kernels/NAME`.
    fileprivate var prefix: String {
        folder.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
            .joined(separator: "/")
    }
}
