internal import CellRuntime
internal import Recurrent

/// Shows a training run in the output of a cell while it goes on, and ends it when the person
/// interrupts the cell.
final class LiveTraining {
    /// What is shown.
    private var view: TrainingView

    /// Where it is shown.
    private let handle: DisplayHandle

    /// When it was last brought up to date.
    private var lastUpdate = ContinuousClock.now

    /// When the run began.
    private let start = ContinuousClock.now

    /// Shows a run that is about to begin.
    init(title: String, steps: Int) {
        view = TrainingView(title: title, stepCount: steps)
        handle = display(view)
    }

    /// Whether the person has asked the cell to end.
    var isInterrupted: Bool { CellEnvironment.host.isInterruptionRequested }

    /// Takes one more step into account, and shows it where the last picture is old enough.
    func observe(_ step: TrainingStep) {
        view.add(step)
        let now = ContinuousClock.now
        guard now - lastUpdate > .milliseconds(200) else { return }
        lastUpdate = now
        var live = view
        live.remark = remark(after: now - start)
        handle.update(live)
    }

    /// Shows how the run ended; an interrupt that ended it counts as noticed.
    func finish(_ outcome: TrainingHistory.Outcome) {
        switch outcome {
        case .completed: view.remark = ""
        case .converged: view.remark = "ended early: the rule for the end was met"
        case .nonFinite(let step, _): view.remark = "not finite at step \(step)"
        case .stopped:
            view.remark = "interrupted; what has been learned stays"
            if isInterrupted { CellEnvironment.host.acknowledgeInterruption() }
        }
        handle.update(view)
    }

    /// Shows how far the run came before an error.
    func fail() {
        view.remark = "ended by an error"
        handle.update(view)
    }

    /// Roughly how long the rest will take.
    private func remark(after elapsed: Duration) -> String {
        guard let last = view.last, last.step > 0 else { return "" }
        let (seconds, fraction) = elapsed.components
        let spent = Double(seconds) + Double(fraction) * 1e-18
        let rest = spent / Double(last.step) * Double(view.stepCount - last.step)
        return "about \(Int(rest.rounded(.up))) s left"
    }
}
