public import JupyterProtocol
public import Processes

/// A kernel that is to be started, and how.
public struct KernelLaunch: Sendable {
    /// What to start.
    public var specification: KernelSpecification

    /// How messages travel; over socket files, no port can be taken by somebody else, but not
    /// every kernel knows them.
    public var transport: Transport

    /// Where the kernel works, or nothing for this process's own folder.
    public var workingDirectory: String?

    /// The environment that the kernel inherits.
    public var environment: [String: String]

    /// How long the kernel may take until it answers.
    public var limit: Duration

    /// Who ends the kernel's processes and removes its files when this process is killed; nobody,
    /// where this is nil.
    public var processGuard: ProcessGuard?

    /// How much memory each process of the kernel may have, in bytes; as much as it wants, where this
    /// is nil.
    public var memoryLimit: Int?

    /// How many seconds of a processor each process of the kernel may use; as many as it wants, where
    /// this is nil.
    public var processorLimit: Int?

    /// Describes how to start a kernel.
    public init(
        _ specification: KernelSpecification, transport: Transport = .tcp,
        workingDirectory: String? = nil, environment: [String: String],
        limit: Duration = .seconds(60), processGuard: ProcessGuard? = nil
    ) {
        self.specification = specification
        self.transport = transport
        self.workingDirectory = workingDirectory
        self.environment = environment
        self.limit = limit
        self.processGuard = processGuard
    }
}
