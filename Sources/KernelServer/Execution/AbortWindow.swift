package import JupyterProtocol

/// Tells the cells that were sent before their client could know that an earlier one had failed.
///
/// A client that runs all cells sends them one after the other, and a cell may fail while the rest
/// is still on its way. What was sent sooner after the failing cell than that took to fail cannot
/// be an answer to the failure. Only times of the same clock are compared: two of the client's, and
/// two of the kernel's.
package struct AbortWindow: Sendable, Hashable {
    /// A request, as far as its times matter.
    package struct Request: Sendable, Hashable {
        /// What identifies the client.
        let session: String
        /// When the client sent it, by the client's clock; nothing, where it does not say.
        let sent: Timestamp?
        /// When it arrived, by the kernel's clock.
        let arrived: Timestamp

        /// Takes a client and two times.
        package init(session: String, sent: Timestamp?, arrived: Timestamp) {
            self.session = session
            self.sent = sent
            self.arrived = arrived
        }
    }

    /// How much the clocks of clients may be off between two readings: browsers round to
    /// milliseconds.
    private static let tolerance = Duration.milliseconds(2)

    /// The request that failed.
    private let failing: Request

    /// The time from its arrival to its failure.
    private let length: Duration

    /// Opens the window behind a request that has failed.
    package init(behind failing: Request, failedAt moment: Timestamp) {
        self.failing = failing
        length = moment.duration(since: failing.arrived)
    }

    /// Tells whether a request was sent before its client could know of the failure.
    package func covers(_ request: Request) -> Bool {
        guard request.session == failing.session, let earlier = failing.sent,
            let later = request.sent
        else { return false }
        return later.duration(since: earlier) < length - Self.tolerance
    }
}
