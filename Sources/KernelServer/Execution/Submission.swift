internal import Display
internal import Evaluation
internal import JSON
internal import JupyterProtocol

/// A client's request to run a cell.
struct Submission: Sendable {
    /// The request.
    let arrival: Arrival

    /// The content of the request for a cell, or the error of decoding it; nil for a message on a
    /// comm.
    let content: Result<ExecuteRequest, JupyterProtocolError>?

    /// The message of a client on a comm, or nil if a cell is to be run.
    private(set) var signal: CommSignal?

    /// Earlier messages, whose changes are part of this one.
    private(set) var overtaken: [Arrival] = []

    /// The client and the times of the request.
    let times: AbortWindow.Request

    /// The subshell of the cell, or `nil` for the main shell.
    let subshell: Subshell?

    /// The task that waits for the end of the cell, or `nil` if none does.
    var waiter: CheckedContinuation<Bool, Never>?

    /// Creates a submission from a received message.
    init(_ arrival: Arrival, in subshell: Subshell? = nil) {
        self.arrival = arrival
        self.subshell = subshell
        signal = CommSignal(arrival)
        content = signal == nil ? arrival.decoded(as: ExecuteRequest.self) : nil
        times = AbortWindow.Request(
            session: arrival.header.session, sent: arrival.header.date, arrived: .now)
    }

    /// The content of the request, or `nil` if it is malformed.
    var request: ExecuteRequest? { try? content?.get() }

    /// Indicates whether a cell is to be run.
    var isCell: Bool { signal == nil }

    /// Takes in the changes of an earlier message about the same object; false, where one of them
    /// is something else.
    mutating func overtake(_ earlier: Submission) -> Bool {
        guard let signal, let other = earlier.signal, other.comm == signal.comm,
            var changes = other.changes, let newer = signal.changes
        else { return false }
        changes.merge(newer)
        let data: JSONObject = ["method": "update", "state": .object(changes)]
        self.signal?.dataJSON = JSONValue.object(data).text()
        overtaken = earlier.overtaken + [earlier.arrival]
        return true
    }

    /// Indicates whether a failure of the cell drops the requests that wait behind it.
    var stopsOnError: Bool {
        guard let request, subshell == nil else { return false }
        return request.stopsOnError && !request.isSilent
    }
}

extension Cell {
    /// Creates the cell of a request.
    init(_ request: ExecuteRequest, identity: String?, number: Int) {
        self.init(
            code: request.code, identity: identity, number: number, isSilent: request.isSilent,
            allowsInput: request.allowsInput)
    }
}

extension CommSignal {
    /// Reads what a client has said on a comm that is open; nil, where the message is another one.
    init?(_ arrival: Arrival) {
        switch arrival.header.type {
        case .commMessage:
            guard let content = try? arrival.content(as: CommMessage.self) else { return nil }
            self.init(.message, comm: content.commID, dataJSON: content.data.text())
        case .commClose:
            guard let content = try? arrival.content(as: CommClose.self) else { return nil }
            self.init(.close, comm: content.commID, dataJSON: content.data.text())
        default: return nil
        }
    }

    /// The changes of a state that are told.
    fileprivate var changes: JSONObject? {
        guard kind == .message, let data = try? JSONValue(parsing: dataJSON),
            data["method"] == "update"
        else { return nil }
        return data["state"]?.object
    }

    /// Indicates whether it asks for states, which can be told also while a cell runs.
    var isQuestion: Bool {
        guard kind == .message, let data = try? JSONValue(parsing: dataJSON) else { return false }
        return ["request_state", "request_states"].contains(data["method"]?.string)
    }
}
