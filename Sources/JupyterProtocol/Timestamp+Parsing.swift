extension Timestamp {
    /// Reads a moment as clients write it: with or without a fraction of a second, and with `Z`, an
    /// offset such as `+02:00`, or nothing for coordinated universal time.
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

    /// The time from another moment to this one.
    public func duration(since other: Timestamp) -> Duration {
        .seconds(seconds - other.seconds) + .microseconds(microseconds - other.microseconds)
    }

    /// Returns the number of a day in the Gregorian calendar.
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
    /// Steps over a character, where it is one of two.
    fileprivate mutating func pop(
        _ character: Character, or other: Character? = nil
    ) -> Character? {
        guard let first, first == character || first == other else { return nil }
        return removeFirst()
    }

    /// Reads a number of so many digits.
    fileprivate mutating func popNumber(width: Int) -> Int? {
        let digits = prefix(width)
        guard digits.utf8.count == width, digits.allSatisfy(\.isASCIIDigit) else { return nil }
        removeFirst(width)
        return Int(digits)
    }

    /// Reads the digits after a decimal point; what is finer is dropped.
    fileprivate mutating func popMicroseconds() -> Int {
        let digits = prefix { $0.isASCIIDigit }
        removeFirst(digits.count)
        let padded =
            digits.prefix(6) + String(repeating: "0", count: 6 - Swift.min(6, digits.count))
        return Int(padded) ?? 0
    }

    /// Reads how many seconds the clock of a place is ahead of coordinated universal time.
    fileprivate mutating func popOffset() -> Int? {
        if isEmpty || pop("Z", or: "z") != nil { return 0 }
        guard let sign = pop("+", or: "-"), let hours = popNumber(width: 2) else { return nil }
        _ = pop(":")
        guard let minutes = popNumber(width: 2) else { return nil }
        return (hours * 3600 + minutes * 60) * (sign == "-" ? -1 : 1)
    }
}

extension Character {
    /// Whether this is one of the ten digits of ASCII.
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
