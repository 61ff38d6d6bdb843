/// The ports of a kernel's five channels; 0 for ports that have not been picked yet.
///
/// For Unix domain sockets, a port is a small number that distinguishes their paths.
public struct KernelPorts: Sendable, Hashable {
    /// The port of the shell channel.
    public var shell: UInt16
    /// The port of the iopub channel.
    public var iopub: UInt16
    /// The port of the stdin channel.
    public var stdin: UInt16
    /// The port of the control channel.
    public var control: UInt16
    /// The port of the heartbeat channel.
    public var heartbeat: UInt16

    /// Creates a set of ports; by default none has been picked.
    public init(
        shell: UInt16 = 0, iopub: UInt16 = 0, stdin: UInt16 = 0, control: UInt16 = 0,
        heartbeat: UInt16 = 0
    ) {
        self.shell = shell
        self.iopub = iopub
        self.stdin = stdin
        self.control = control
        self.heartbeat = heartbeat
    }

    /// The port of a channel.
    public subscript(channel: KernelChannel) -> UInt16 {
        get {
            switch channel {
            case .shell: shell
            case .iopub: iopub
            case .stdin: stdin
            case .control: control
            case .heartbeat: heartbeat
            }
        }
        set {
            switch channel {
            case .shell: shell = newValue
            case .iopub: iopub = newValue
            case .stdin: stdin = newValue
            case .control: control = newValue
            case .heartbeat: heartbeat = newValue
            }
        }
    }

    /// Indicates whether every channel has a port.
    public var areComplete: Bool { KernelChannel.allCases.allSatisfy { self[$0] != 0 } }
}
