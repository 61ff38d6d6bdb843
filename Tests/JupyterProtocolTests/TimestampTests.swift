import JupyterProtocol
import Testing

@Suite struct TimestampTests {
    @Test(arguments: [
        (0, 0, "1970-01-01T00:00:00.000000Z"),
        (951_782_400, 7, "2000-02-29T00:00:00.000007Z"),
        (1_795_421_700, 42, "2026-11-23T08:15:00.000042Z"),
        (4_107_542_399, 999_999, "2100-02-28T23:59:59.999999Z"),
        (4_107_542_400, 0, "2100-03-01T00:00:00.000000Z"),
        (-1, 500_000, "1969-12-31T23:59:59.500000Z"),
    ])
    func writesMomentsOfEveryKindOfYear(seconds: Int, microseconds: Int, text: String) {
        #expect(Timestamp(seconds: seconds, microseconds: microseconds).iso8601 == text)
    }

    @Test func readsTheClock() {
        let now = Timestamp.now
        #expect(now.seconds > 1_700_000_000)
        #expect(0..<1_000_000 ~= now.microseconds)
    }
}
