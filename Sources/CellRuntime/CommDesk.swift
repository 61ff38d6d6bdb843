public import Display

/// An object of the session that has a likeness in a client.
public protocol CommReceiver: AnyObject {
    /// Takes in what the client says, and returns what is to be done about it; nil, where nothing is.
    ///
    /// What is taken in stays, also where what is done about it fails.
    func take(_ signal: CommSignal) -> CommDesk.Action?
}

/// Where what clients say finds the objects that it is meant for.
public enum CommDesk {
    /// What is to be done about something that a client has said.
    public typealias Action = () throws -> Void

    // Unchecked: only the thread that runs cells comes here.
    /// The objects by their comms.
    private nonisolated(unsafe) static var receivers: [String: any CommReceiver] = [:]

    /// Lets an object hear what is said on a comm, as long as that is open.
    public static func register(_ receiver: any CommReceiver, at comm: String) {
        receivers[comm] = receiver
    }

    /// Lets an object hear nothing more.
    public static func remove(_ comm: String) { receivers[comm] = nil }

    /// Brings what a client says to its object, and returns what is to be done about it; nil, where
    /// nothing is.
    public static func take(_ signal: CommSignal) -> Action? {
        defer { if signal.kind == .close { remove(signal.comm) } }
        return receivers[signal.comm]?.take(signal)
    }
}
