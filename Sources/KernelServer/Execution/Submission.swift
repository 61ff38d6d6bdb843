internal import Evaluation
internal import JupyterProtocol

/// A cell that a client wants to be run.
struct Submission: Sendable {
    /// The request.
    let arrival: Arrival

    /// What it says; nothing, where it is malformed.
    let request: ExecuteRequest?

    /// Who sent it, and when.
    let times: AbortWindow.Request

    /// Takes a request that has just arrived.
    init(_ arrival: Arrival) {
        self.arrival = arrival
        request = try? arrival.content(as: ExecuteRequest.self)
        times = AbortWindow.Request(
            session: arrival.header.session, sent: arrival.header.date, arrived: .now)
    }

    /// Whether requests that wait behind this one are dropped, where it fails.
    var stopsOnError: Bool {
        guard let request else { return false }
        return request.stopsOnError && !request.isSilent
    }
}

extension Cell {
    /// Makes the cell that a request is about.
    init(_ request: ExecuteRequest, identity: String?, number: Int) {
        self.init(
            code: request.code, identity: identity, number: number, isSilent: request.isSilent,
            allowsInput: request.allowsInput)
    }
}
