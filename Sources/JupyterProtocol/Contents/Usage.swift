/// Asks what the kernel uses of the machine.
///
/// - Source: an extension of ipykernel that JupyterLab's resource display asks for.
public struct UsageRequest: RequestContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.usageRequest
    /// What an answer says when all went well.
    public typealias Reply = UsageReply

    /// Makes the request.
    public init() {}
}

/// Says what the kernel and its processes use of the machine.
public struct UsageReply: MessageContent {
    /// The memory of the machine, in bytes.
    public struct HostMemory: Sendable, Hashable, Codable {
        /// All there is.
        public var total: Int
        /// What programs could still have.
        public var available: Int
        /// How much of it is taken, in percent.
        public var percent: Double
        /// What programs have.
        public var used: Int
        /// What nobody uses, not even to remember files.
        public var free: Int

        /// Takes the figures.
        public init(total: Int, available: Int, percent: Double, used: Int, free: Int) {
            self.total = total
            self.available = available
            self.percent = percent
            self.used = used
            self.free = free
        }
    }

    /// The type of the messages that say this.
    public static let messageType = MessageType.usageReply

    /// The name of the machine.
    public var hostname: String

    /// The kernel's process.
    public var processID: Int

    /// The processor time since the last answer, in percent of one processor.
    public var processorPercent: Double

    /// The memory, in bytes.
    public var memory: Int

    /// How many processors the machine has.
    public var processorCount: Int

    /// The memory of the machine.
    public var hostMemory: HostMemory

    /// Takes the figures.
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

    /// The names on the wire.
    private enum CodingKeys: String, CodingKey {
        case hostname
        case processID = "pid"
        case processorPercent = "kernel_cpu"
        case memory = "kernel_memory"
        case processorCount = "cpu_count"
        case hostMemory = "host_virtual_memory"
    }
}
