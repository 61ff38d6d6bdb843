package import JupyterProtocol

/// A rule that determines the cells which were sent before their client could know of an earlier
/// failure.
///
/// A client that runs all cells sends them one after the other, and a cell may fail while the rest
/// is still in transit. A cell that was sent after the failing cell within the time that cell took
/// to fail cannot be a reaction to the failure. Only times of the same clock are compared: two of
/// the client's, and two of the kernel's.
package struct AbortWindow: Sendable, Hashable {
    /// The times of a request.
    package struct Request: Sendable, Hashable {
        /// The session of the client.
        let session: String
        /// The time at which the client sent it, by the client's clock; `nil` if it is not known.
        let sent: Timestamp?
        /// The time of arrival, by the kernel's clock.
        let arrived: Timestamp

        /// Creates a request from its client and times.
        package init(session: String, sent: Timestamp?, arrived: Timestamp) {
            self.session = session
            self.sent = sent
            self.arrived = arrived
        }
    }

    /// The inaccuracy of clients' clocks between two readings: browsers round to milliseconds.
    private static let tolerance = Duration.milliseconds(2)

    /// The request that failed.
    private let failing: Request

    /// The time from its arrival to its failure.
    private let length: Duration

    /// Creates the window after a request that has failed.
    package init(behind failing: Request, failedAt moment: Timestamp) {
        self.failing = failing
        length = moment.duration(since: failing.arrived)
    }

    /// Returns whether a request was sent before its client could know of the failure.
    package func covers(_ request: Request) -> Bool {
        guard request.session == failing.session, let earlier = failing.sent,
            let later = request.sent
        else { return false }
        return later.duration(since: earlier) < length - Self.tolerance
    }
}
