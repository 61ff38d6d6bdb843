internal import CZeroMQ

/// The libzmq that this process has loaded.
public enum ZeroMQLibrary {
    /// The version, such as `4.3.4`.
    public static var version: String {
        var numbers: (Int32, Int32, Int32) = (0, 0, 0)
        zmq_version(&numbers.0, &numbers.1, &numbers.2)
        return "\(numbers.0).\(numbers.1).\(numbers.2)"
    }

    /// Makes libzmq load its resources, on a separate thread.
    ///
    /// The first context of a process takes some milliseconds to read the system's lists of
    /// networks and protocols; calling this early saves the first sockets that wait.
    public static func load() {
        // This context is never released: with the last context, the library discards what it
        // loaded.
        try? NativeThread.start(named: "zmq-load") { _ = zmq_ctx_new() }
    }
}
