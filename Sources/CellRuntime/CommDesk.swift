public import Display

/// An object of the session that a client shows.
public protocol CommReceiver: AnyObject {
    /// Receives a message of the client, and returns the reaction to it, or nil if there is none.
    ///
    /// A received state is kept even if its handler fails.
    func take(_ signal: CommSignal) -> CommDesk.Action?
}

/// The dispatch of clients' messages to the objects that they are meant for.
public enum CommDesk {
    /// The reaction to a message of a client.
    public typealias Action = () throws -> Void

    // Unchecked: only the thread that runs cells comes here.
    /// The objects by their comms.
    private nonisolated(unsafe) static var receivers: [String: any CommReceiver] = [:]

    /// Directs the messages on a comm to an object until the comm is closed.
    public static func register(_ receiver: any CommReceiver, at comm: String) {
        receivers[comm] = receiver
    }

    /// Stops directing messages to an object.
    public static func remove(_ comm: String) { receivers[comm] = nil }

    /// Delivers a message of a client to its object, and returns the reaction, or nil if there is
    /// none.
    public static func take(_ signal: CommSignal) -> Action? {
        defer { if signal.kind == .close { remove(signal.comm) } }
        return receivers[signal.comm]?.take(signal)
    }
}
