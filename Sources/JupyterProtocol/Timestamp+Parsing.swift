extension Timestamp {
    /// Parses an ISO 8601 timestamp with an optional fraction and an optional time zone; without a
    /// time zone it is in UTC.
    ///
    /// - Source: ISO 8601; RFC 3339.
    public init?(iso8601 text: String) {
        var rest = Substring(text)
        guard let year = rest.popNumber(width: 4), rest.pop("-") != nil,
            let month = rest.popNumber(width: 2), rest.pop("-") != nil,
            let day = rest.popNumber(width: 2), rest.pop("T", or: " ") != nil,
            let hour = rest.popNumber(width: 2), rest.pop(":") != nil,
            let minute = rest.popNumber(width: 2), rest.pop(":") != nil,
            let second = rest.popNumber(width: 2), 1...12 ~= month, 1...31 ~= day
        else { return nil }
        let fraction = rest.pop(".") == nil ? 0 : rest.popMicroseconds()
        guard let offset = rest.popOffset(), rest.isEmpty else { return nil }
        let days = Self.daysSince1970(year: year, month: month, day: day)
        self.init(
            seconds: days * 86_400 + hour * 3600 + minute * 60 + second - offset,
            microseconds: fraction)
    }

    /// Returns the time from another timestamp to this one.
    public func duration(since other: Timestamp) -> Duration {
        .seconds(seconds - other.seconds) + .microseconds(microseconds - other.microseconds)
    }

    /// Returns the number of days from the beginning of 1970 to a date of the Gregorian calendar.
    ///
    /// Counts from the first of March, so that the leap day is the last day of its year.
    private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let monthFromMarch = (month + 9) % 12
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        return 365 * year + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
    }
}

extension Substring {
    /// Removes the first character if it is one of two.
    fileprivate mutating func pop(
        _ character: Character, or other: Character? = nil
    ) -> Character? {
        guard let first, first == character || first == other else { return nil }
        return removeFirst()
    }

    /// Removes and returns a number of exactly the given number of digits.
    fileprivate mutating func popNumber(width: Int) -> Int? {
        let digits = prefix(width)
        guard digits.utf8.count == width, digits.allSatisfy(\.isASCIIDigit) else { return nil }
        removeFirst(width)
        return Int(digits)
    }

    /// Removes the digits after a decimal point and returns microseconds; further digits are
    /// ignored.
    fileprivate mutating func popMicroseconds() -> Int {
        let digits = prefix { $0.isASCIIDigit }
        removeFirst(digits.count)
        let padded =
            digits.prefix(6) + String(repeating: "0", count: 6 - Swift.min(6, digits.count))
        return Int(padded) ?? 0
    }

    /// Removes a time zone and returns its offset from UTC in seconds.
    fileprivate mutating func popOffset() -> Int? {
        if isEmpty || pop("Z", or: "z") != nil { return 0 }
        guard let sign = pop("+", or: "-"), let hours = popNumber(width: 2) else { return nil }
        _ = pop(":")
        guard let minutes = popNumber(width: 2) else { return nil }
        return (hours * 3600 + minutes * 60) * (sign == "-" ? -1 : 1)
    }
}

extension Character {
    /// Indicates whether the character is an ASCII digit.
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
