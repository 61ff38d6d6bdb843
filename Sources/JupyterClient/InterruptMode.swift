/// How a kernel wants to be asked to stop what it is doing.
public enum InterruptMode: String, Sendable, Hashable {
    /// By the signal SIGINT, to its whole process group.
    case signal
    /// By a message on the control channel.
    case message
}
