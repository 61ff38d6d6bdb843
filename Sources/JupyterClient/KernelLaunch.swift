public import JupyterProtocol
public import Processes

/// A kernel to start, with its settings.
public struct KernelLaunch: Sendable {
    /// The specification of the kernel.
    public var specification: KernelSpecification

    /// The transport of messages; with Unix domain sockets no other process can take a port, but
    /// not every kernel supports them.
    public var transport: Transport

    /// The working directory, or `nil` to inherit it.
    public var workingDirectory: String?

    /// The environment that the kernel inherits.
    public var environment: [String: String]

    /// The maximum time until the kernel answers.
    public var limit: Duration

    /// The guard that ends the kernel's processes and removes its files when this process is
    /// killed, or `nil` for none.
    public var processGuard: ProcessGuard?

    /// The limits of the kernel's processes.
    public var limits = KernelLimits()

    /// Creates the settings for starting a kernel.
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
