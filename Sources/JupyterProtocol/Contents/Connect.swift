/// Asks for the kernel's ports.
///
/// - Source: jupyter_client, docs/messaging.rst, "Connect"; deprecated since version 5.1.
public struct ConnectRequest: RequestContent {
    /// The type of the messages that say this.
    public static let messageType = MessageType.connectRequest
    /// What an answer says when all went well.
    public typealias Reply = ConnectReply

    /// Makes the request.
    public init() {}
}

/// Lists the kernel's ports.
public struct ConnectReply: MessageContent {
    /// The type of the messages that say this.
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

    /// Takes the ports of a connection.
    public init(_ ports: KernelPorts) {
        shell = ports.shell
        iopub = ports.iopub
        stdin = ports.stdin
        heartbeat = ports.heartbeat
        control = ports.control
    }

    /// The names on the wire.
    private enum CodingKeys: String, CodingKey {
        case shell = "shell_port"
        case iopub = "iopub_port"
        case stdin = "stdin_port"
        case heartbeat = "hb_port"
        case control = "control_port"
    }
}
