internal import Display

/// How far a loop has come, as the person sees it.
final class ProgressReport {
    /// What the loop does.
    private let title: String

    /// How many steps there are, where that is known.
    private let count: Int?

    /// How many have begun.
    private var begun = 0

    /// When the loop began.
    private let start: ContinuousClock.Instant

    /// When the person was last told.
    private var told: ContinuousClock.Instant

    /// What is shown, as soon as something is.
    private var handle: DisplayHandle?

    /// How often the person is told at most.
    private static let pause: Duration = .milliseconds(100)

    /// Begins a report.
    init(title: String, count: Int?) {
        self.title = title
        self.count = count
        start = .now
        told = start - Self.pause
    }

    /// Notes that a step begins.
    func step() {
        begun += 1
        let now = ContinuousClock.now
        guard told.duration(to: now) >= Self.pause else { return }
        told = now
        show(done: begun - 1, after: start.duration(to: now))
    }

    /// Notes that the last step has ended.
    func end() { show(done: begun, after: nil) }

    /// Shows how far the loop has come.
    ///
    /// - Parameter time: how long it has taken; nothing, where it has ended: what stays has no time in
    ///   it, which would be another one the next time.
    private func show(done: Int, after time: Duration?) {
        guard CellEnvironment.host.showsProgress else { return }
        let bundle = bundle(done: done, after: time)
        if let handle {
            handle.update(bundle)
        } else {
            handle = display(bundle)
        }
    }

    /// What is shown, as text and as HTML.
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

    /// What is said.
    private func words(done: Int, after time: Duration?) -> String {
        let steps = count.map { "\(done) of \($0)" } ?? "\(done)"
        let left = time.flatMap { timeLeft(done: done, after: $0) }.map { ", \($0) left" } ?? ""
        return (title.isEmpty ? "" : "\(title): ") + steps + left
    }

    /// Returns how long the rest will take, if it takes as long as what is done.
    private func timeLeft(done: Int, after time: Duration) -> String? {
        guard let count, done > 0, count >= done else { return nil }
        let rest = time / Double(done) * Double(count - done)
        let seconds = Int(rest.components.seconds) + (rest.components.attoseconds > 0 ? 1 : 0)
        if seconds < 60 { return "\(seconds) s" }
        if seconds < 3600 { return "\(seconds / 60) min \(seconds % 60) s" }
        return "\(seconds / 3600) h \(seconds % 3600 / 60) min"
    }
}
