internal import Glibc

/// What a new process is to be.
public struct ProcessConfiguration: Sendable {
    /// The path of the program; not searched for.
    public var executable: String

    /// The arguments after the program's name.
    public var arguments: [String]

    /// The environment, or nothing for this process's own.
    public var environment: [String: String]?

    /// The working directory, or nothing for this process's own.
    public var workingDirectory: String?

    /// What becomes the descriptors 0, 1, 2 and on; nothing stands for `/dev/null`.
    public var descriptors: [Descriptor?]

    /// Whether the process leads a process group of its own.
    public var leadsProcessGroup = false

    /// Whether the process is killed when the thread that starts it ends.
    public var diesWithParent = false

    /// Whether the process is woken, where it is stopped, when the thread that starts it ends: for one
    /// that has something to do then.
    public var wakesAtParentsEnd = false

    /// The signal that the process gets when the thread that starts it ends; 0 for none.
    var signalAtParentsEnd: Int32 { diesWithParent ? SIGKILL : wakesAtParentsEnd ? SIGCONT : 0 }

    /// Describes a process with nothing on its standard streams.
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
