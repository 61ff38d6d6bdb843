internal import Evaluation
internal import JupyterProtocol

/// A client's request to run a cell.
struct Submission: Sendable {
    /// The request.
    let arrival: Arrival

    /// The content of the request, or `nil` if it is malformed.
    let request: ExecuteRequest?

    /// The client and the times of the request.
    let times: AbortWindow.Request

    /// Creates a submission from a received message.
    init(_ arrival: Arrival) {
        self.arrival = arrival
        request = try? arrival.content(as: ExecuteRequest.self)
        times = AbortWindow.Request(
            session: arrival.header.session, sent: arrival.header.date, arrived: .now)
    }

    /// Indicates whether a failure of the cell drops the requests that wait behind it.
    var stopsOnError: Bool {
        guard let request else { return false }
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
