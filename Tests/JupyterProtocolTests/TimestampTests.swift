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

    @Test(arguments: [
        "1970-01-01T00:00:00.000000Z", "2000-02-29T23:59:59.000007Z",
        "2026-11-23T08:15:00.000042Z", "2100-03-01T00:00:00.999999Z",
        "1969-12-31T23:59:59.500000Z", "1600-02-29T00:00:00.000000Z",
    ])
    func readsWhatItWrites(text: String) {
        #expect(Timestamp(iso8601: text)?.iso8601 == text)
    }

    @Test(arguments: [
        "2026-11-23T08:15:00.042Z", "2026-11-23T08:15:00.042", "2026-11-23 08:15:00.042+00:00",
        "2026-11-23T10:15:00.0420001+02:00", "2026-11-23T03:45:00.042-0430",
    ])
    func readsEveryWayOfWritingAMoment(text: String) {
        #expect(Timestamp(iso8601: text)?.iso8601 == "2026-11-23T08:15:00.042000Z")
    }

    @Test(arguments: [
        "", "today", "2026-11-23", "2026-13-01T00:00:00Z", "2026-11-23T08:15:00X",
        "2026-11-23T08:15:00Zulu", "2026-11-23T8:15:00Z", "٢٠٢٦-11-23T08:15:00Z",
    ])
    func refusesWhatIsNoMoment(text: String) {
        #expect(Timestamp(iso8601: text) == nil)
    }

    @Test func measuresTheTimeBetweenTwoMoments() {
        let early = Timestamp(seconds: 1, microseconds: 900_000)
        let late = Timestamp(seconds: 3, microseconds: 100_000)
        #expect(late.duration(since: early) == .milliseconds(1200))
        #expect(early.duration(since: late) == .milliseconds(-1200))
    }

    @Test func readsTheClock() {
        let now = Timestamp.now
        #expect(now.seconds > 1_700_000_000)
        #expect(0..<1_000_000 ~= now.microseconds)
    }
}
