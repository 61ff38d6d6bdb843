/// The ports of a kernel's five channels; 0 where one has still to be picked.
///
/// Over socket files, a port is only a small number that makes their names differ.
public struct KernelPorts: Sendable, Hashable {
    /// The port for requests that may have to wait for one another.
    public var shell: UInt16
    /// The port for what the kernel tells everybody.
    public var iopub: UInt16
    /// The port for questions that the kernel asks.
    public var stdin: UInt16
    /// The port for requests that may not have to wait.
    public var control: UInt16
    /// The port for bytes that come back as they are.
    public var heartbeat: UInt16

    /// Takes the five ports; by default all have still to be picked.
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

    /// Whether every channel has a port.
    public var areComplete: Bool { KernelChannel.allCases.allSatisfy { self[$0] != 0 } }
}
