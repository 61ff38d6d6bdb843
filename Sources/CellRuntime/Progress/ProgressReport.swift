internal import Display

/// The displayed progress of a loop.
final class ProgressReport {
    /// The description of the loop.
    private let title: String

    /// The number of steps, or `nil` if it is unknown.
    private let count: Int?

    /// The number of steps that have begun.
    private var begun = 0

    /// The start of the loop.
    private let start: ContinuousClock.Instant

    /// The time of the last update.
    private var told: ContinuousClock.Instant

    /// The handle of the display, once there is one.
    private var handle: DisplayHandle?

    /// The minimum time between two updates.
    private static let pause: Duration = .milliseconds(100)

    /// Creates a report at the start of a loop.
    init(title: String, count: Int?) {
        self.title = title
        self.count = count
        start = .now
        told = start - Self.pause
    }

    /// Records that a step begins.
    func step() {
        begun += 1
        let now = ContinuousClock.now
        guard told.duration(to: now) >= Self.pause else { return }
        told = now
        show(done: begun - 1, after: start.duration(to: now))
    }

    /// Records that the last step has ended.
    func end() { show(done: begun, after: nil) }

    /// Updates the display.
    ///
    /// - Parameter time: the time since the start, or `nil` at the end: the final text contains no
    ///   time, so that it is the same in every run.
    private func show(done: Int, after time: Duration?) {
        guard CellEnvironment.host.showsProgress else { return }
        let bundle = bundle(done: done, after: time)
        if let handle {
            handle.update(bundle)
        } else {
            handle = display(bundle)
        }
    }

    /// Returns the progress as text and as HTML.
    private func bundle(done: Int, after time: Duration?) -> MIMEBundle {
        let words = words(done: done, after: time)
        let whole = count ?? (time == nil ? done : 0)
        let share = whole > 0 ? Double(min(done, whole)) / Double(whole) : time == nil ? 1 : 0
        let full = Int((share * 20).rounded())
        let isUnknown = count == nil && time != nil
        let bar =
            String(repeating: "█", count: full) + String(repeating: "░", count: 20 - full) + " "
        var bundle = MIMEBundle(text: (isUnknown ? "" : bar) + words)
        let attributes = isUnknown ? "" : " value=\"\(done)\" max=\"\(max(whole, 1))\""
        bundle[.html] = .text("<progress\(attributes)></progress> \(HTML.escaped(words))")
        return bundle
    }

    /// Returns the progress in words.
    private func words(done: Int, after time: Duration?) -> String {
        let steps = count.map { "\(done) of \($0)" } ?? "\(done)"
        let left = time.flatMap { timeLeft(done: done, after: $0) }.map { ", \($0) left" } ?? ""
        return (title.isEmpty ? "" : "\(title): ") + steps + left
    }

    /// Returns the remaining time, estimated from the pace so far.
    private func timeLeft(done: Int, after time: Duration) -> String? {
        guard let count, done > 0, count >= done else { return nil }
        let rest = time / Double(done) * Double(count - done)
        let seconds = Int(rest.components.seconds) + (rest.components.attoseconds > 0 ? 1 : 0)
        if seconds < 60 { return "\(seconds) s" }
        if seconds < 3600 { return "\(seconds / 60) min \(seconds % 60) s" }
        return "\(seconds / 3600) h \(seconds % 3600 / 60) min"
    }
}
