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

    /// The number of bytes per second that may be read in the long run after an interrupt; a quarter
    /// of it may be read at once.
    static let rateAfterInterrupt = 1 << 20

    /// The number of bytes per second that may be read in the long run now.
    private var currentRate: Int { isSlow ? Self.rateAfterInterrupt : Self.rate }

    /// The number of bytes that may be read at once now.
    private var currentBurst: Int { isSlow ? Self.rateAfterInterrupt / 4 : Self.burst }

    /// Indicates whether the cell has been interrupted.
    private var isSlow = false

    /// Reads little from now on: what an interrupted cell writes stands before its end.
    mutating func slowDown() {
        isSlow = true
        allowance = min(allowance, currentBurst)
    }

    /// Reads as fast as it comes again.
    mutating func speedUp() { isSlow = false }

    /// Records the number of bytes that were read in a turn, and returns the pause before the next.
    mutating func pause(
        after count: Int, at now: ContinuousClock.Instant = .now
    ) -> Duration {
        let seconds = time.duration(to: now) / .seconds(1)
        let regained = Int(min(seconds * Double(currentRate), Double(currentBurst) * 2))
        allowance = min(currentBurst, allowance + regained) - count
        time = now
        guard allowance < 0 else { return Self.usualPause }
        return max(Self.usualPause, .seconds(1) * (Double(-allowance) / Double(currentRate)))
    }
}
