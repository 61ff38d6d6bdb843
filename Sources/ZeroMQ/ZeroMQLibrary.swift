internal import CZeroMQ

/// The library for sockets that this process runs with.
public enum ZeroMQLibrary {
    /// Its version, such as `4.3.4`.
    public static var version: String {
        var numbers: (Int32, Int32, Int32) = (0, 0, 0)
        zmq_version(&numbers.0, &numbers.1, &numbers.2)
        return "\(numbers.0).\(numbers.1).\(numbers.2)"
    }

    /// Has the library load what it needs, on a thread of its own.
    ///
    /// Its first context waits some milliseconds for the system's lists of networks and protocols,
    /// and does so only once in a process; who calls this early need not wait when sockets are made.
    public static func load() {
        // A context that is never given back: with the last one, the library forgets what it loaded.
        try? NativeThread.start(named: "zmq-load") { _ = zmq_ctx_new() }
    }
}
