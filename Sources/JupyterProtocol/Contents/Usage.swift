/// A request for the kernel's use of resources.
///
/// - Source: an extension of ipykernel that JupyterLab's resource display uses.
public struct UsageRequest: RequestContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.usageRequest
    /// The content of a successful reply.
    public typealias Reply = UsageReply

    /// Creates the request.
    public init() {}
}

/// The use of resources by the kernel and its processes.
public struct UsageReply: MessageContent {
    /// The memory of the machine, in bytes.
    public struct HostMemory: Sendable, Hashable, Codable {
        /// The total memory.
        public var total: Int
        /// The memory that is available to programs.
        public var available: Int
        /// The memory in use, in percent.
        public var percent: Double
        /// The memory used by programs.
        public var used: Int
        /// The memory that is entirely unused, not even for caches.
        public var free: Int

        /// Creates a description from its figures.
        public init(total: Int, available: Int, percent: Double, used: Int, free: Int) {
            self.total = total
            self.available = available
            self.percent = percent
            self.used = used
            self.free = free
        }
    }

    /// The type of messages with this content.
    public static let messageType = MessageType.usageReply

    /// The host name of the machine.
    public var hostname: String

    /// The process ID of the kernel.
    public var processID: Int

    /// The processor time since the last reply, in percent of one processor.
    public var processorPercent: Double

    /// The memory of the kernel and its processes, in bytes.
    public var memory: Int

    /// The number of processors of the machine.
    public var processorCount: Int

    /// Returns the memory of the machine.
    public var hostMemory: HostMemory

    /// Creates a reply from its figures.
    public init(
        hostname: String, processID: Int, processorPercent: Double, memory: Int,
        processorCount: Int, hostMemory: HostMemory
    ) {
        self.hostname = hostname
        self.processID = processID
        self.processorPercent = processorPercent
        self.memory = memory
        self.processorCount = processorCount
        self.hostMemory = hostMemory
    }

    /// The keys of the JSON object.
    private enum CodingKeys: String, CodingKey {
        case hostname
        case processID = "pid"
        case processorPercent = "kernel_cpu"
        case memory = "kernel_memory"
        case processorCount = "cpu_count"
        case hostMemory = "host_virtual_memory"
    }
}
