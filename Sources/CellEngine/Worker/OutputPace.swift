/// The pace at which output is read: as fast as it comes for a while, then no faster than clients
/// can show it.
///
/// Output that clients have not read yet delays the visible effect of an interrupt, so a program
/// that writes without end has to wait instead.
struct OutputPace {
    /// The number of bytes that may be read at once.
    static let burst = 8 << 20

    /// The number of bytes per second that may be read in the long run.
    static let rate = 8 << 20

    /// The pause after each turn, in which what a cell prints line by line is collected.
    static let usualPause = Duration.milliseconds(5)

    /// The number of bytes that may be read now; negative if too many were read.
    private var allowance = burst

    /// The time at which it was determined.
    private var time: ContinuousClock.Instant

    /// Creates a pace at a time at which nothing has been read.
    init(at time: ContinuousClock.Instant = .now) { self.time = time }

    /// Records the number of bytes that were read in a turn, and returns the pause before the next.
    mutating func pause(
        after count: Int, at now: ContinuousClock.Instant = .now
    ) -> Duration {
        let seconds = time.duration(to: now) / .seconds(1)
        let regained = Int(min(seconds * Double(Self.rate), Double(Self.burst) * 2))
        allowance = min(Self.burst, allowance + regained) - count
        time = now
        guard allowance < 0 else { return Self.usualPause }
        return max(Self.usualPause, .seconds(1) * (Double(-allowance) / Double(Self.rate)))
    }
}
