internal import Glibc

/// A point in time in UTC, with microsecond precision.
public struct Timestamp: Sendable, Hashable {
    /// The whole seconds since the beginning of 1970.
    public var seconds: Int

    /// The additional microseconds, less than a million.
    public var microseconds: Int

    /// Creates a timestamp from the time since the beginning of 1970.
    public init(seconds: Int, microseconds: Int) {
        self.seconds = seconds
        self.microseconds = microseconds
    }

    /// The current time of the system's clock.
    public static var now: Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(seconds: time.tv_sec, microseconds: time.tv_nsec / 1000)
    }

    /// The timestamp in ISO 8601, such as `2026-11-23T08:15:00.000042Z`.
    ///
    /// - Source: ISO 8601; RFC 3339.
    public var iso8601: String {
        let secondsPerDay = 86_400
        let days = Int((Double(seconds) / Double(secondsPerDay)).rounded(.down))
        let rest = seconds - days * secondsPerDay
        let (year, month, day) = Self.date(daysSince1970: days)
        let date = [(year, 4), (month, 2), (day, 2)].map(Self.padded).joined(separator: "-")
        let time = [(rest / 3600, 2), (rest / 60 % 60, 2), (rest % 60, 2)].map(Self.padded)
            .joined(separator: ":")
        return "\(date)T\(time).\(Self.padded(microseconds, width: 6))Z"
    }

    /// Returns the date of a day in the Gregorian calendar.
    ///
    /// Counts from the first of March of a year that begins a cycle of 400 years, so that a leap
    /// day is the last day of its year.
    private static func date(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
        let daysPerCycle = 146_097
        let shifted = days + 719_468
        let cycle = (shifted >= 0 ? shifted : shifted - daysPerCycle + 1) / daysPerCycle
        let dayOfCycle = shifted - cycle * daysPerCycle
        let leapDays = dayOfCycle / 1460 - dayOfCycle / 36_524 + dayOfCycle / 146_096
        let yearOfCycle = (dayOfCycle - leapDays) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// Returns a number with leading zeros.
    private static func padded(_ number: Int, width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
