/// The way in which a kernel is interrupted.
public enum InterruptMode: String, Sendable, Hashable {
    /// By the signal SIGINT to its process group.
    case signal
    /// By a message on the control channel.
    case message
}
