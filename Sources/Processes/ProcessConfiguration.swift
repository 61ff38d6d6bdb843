internal import Glibc

/// The configuration of a new process.
public struct ProcessConfiguration: Sendable {
    /// The path of the program; `PATH` is not searched.
    public var executable: String

    /// The arguments after the program's name.
    public var arguments: [String]

    /// The environment, or `nil` to inherit it.
    public var environment: [String: String]?

    /// The working directory, or `nil` to inherit it.
    public var workingDirectory: String?

    /// The descriptors that become 0, 1, 2 and so on; `nil` means `/dev/null`.
    public var descriptors: [Descriptor?]

    /// Indicates whether the process leads a new process group.
    public var leadsProcessGroup = false

    /// Indicates whether the process is killed when the thread that started it ends.
    public var diesWithParent = false

    /// The numbers of the processors on which the process and its descendants may run; with none, on
    /// those of this process.
    public var processors: [Int] = []

    /// Indicates whether the system ends the process before others if it is short of memory.
    public var isExpendable = false

    /// Indicates whether the process, if stopped, is continued when the thread that started it
    /// ends, so that it can clean up.
    public var wakesAtParentsEnd = false

    /// The signal sent to the process when the thread that started it ends; 0 for none.
    var signalAtParentsEnd: Int32 { diesWithParent ? SIGKILL : wakesAtParentsEnd ? SIGCONT : 0 }

    /// Creates a configuration, by default without standard streams.
    public init(
        executable: String, arguments: [String] = [], environment: [String: String]? = nil,
        workingDirectory: String? = nil, descriptors: [Descriptor?] = [nil, nil, nil]
    ) {
        self.executable = executable
        self.arguments = arguments
        self.environment = environment
        self.workingDirectory = workingDirectory
        self.descriptors = descriptors
    }
}
