import JupyterProtocol
import KernelServer
import Testing

@Suite struct AbortWindowTests {
    /// Returns the time a number of milliseconds after an hour of a client's clock.
    private func moment(_ milliseconds: Int, hour: Int = 0) -> Timestamp {
        Timestamp(
            seconds: hour * 3600 + milliseconds / 1000, microseconds: milliseconds % 1000 * 1000)
    }

    // The kernel's clock is five hours ahead of the client's, whose cell fails after 40 ms.
    @Test(arguments: [
        ("c", 1, true), ("c", 37, true), ("c", 38, false), ("c", 41, false), ("d", 1, false),
    ])
    func coversWhatWasSentBeforeTheFailureCouldBeKnown(
        session: String, sentAfter milliseconds: Int, isCovered: Bool
    ) {
        let failing = AbortWindow.Request(
            session: "c", sent: moment(100), arrived: moment(700, hour: 5))
        let window = AbortWindow(behind: failing, failedAt: moment(740, hour: 5))
        let later = AbortWindow.Request(
            session: session, sent: moment(100 + milliseconds), arrived: moment(900, hour: 5))
        #expect(window.covers(later) == isCovered)
    }

    @Test func coversNothingWhereClientsDoNotSayWhenTheySend() {
        let silent = AbortWindow.Request(session: "c", sent: nil, arrived: moment(0))
        let timed = AbortWindow.Request(session: "c", sent: moment(1), arrived: moment(2))
        #expect(!AbortWindow(behind: silent, failedAt: moment(900)).covers(timed))
        #expect(!AbortWindow(behind: timed, failedAt: moment(900)).covers(silent))
    }
}
