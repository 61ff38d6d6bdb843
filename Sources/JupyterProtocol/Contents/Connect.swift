/// A request for the kernel's ports.
///
/// - Source: jupyter_client, docs/messaging.rst, "Connect"; deprecated since version 5.1.
public struct ConnectRequest: RequestContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.connectRequest
    /// The content of a successful reply.
    public typealias Reply = ConnectReply

    /// Creates the request.
    public init() {}
}

/// The kernel's ports.
public struct ConnectReply: MessageContent {
    /// The type of messages with this content.
    public static let messageType = MessageType.connectReply

    /// The port of the shell channel.
    public var shell: UInt16
    /// The port of the iopub channel.
    public var iopub: UInt16
    /// The port of the stdin channel.
    public var stdin: UInt16
    /// The port of the heartbeat channel.
    public var heartbeat: UInt16
    /// The port of the control channel.
    public var control: UInt16

    /// Creates a reply from the ports of a connection.
    public init(_ ports: KernelPorts) {
        shell = ports.shell
        iopub = ports.iopub
        stdin = ports.stdin
        heartbeat = ports.heartbeat
        control = ports.control
    }

    /// The keys of the JSON object.
    private enum CodingKeys: String, CodingKey {
        case shell = "shell_port"
        case iopub = "iopub_port"
        case stdin = "stdin_port"
        case heartbeat = "hb_port"
        case control = "control_port"
    }
}
