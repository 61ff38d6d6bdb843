package import CellRuntime
package import Recurrent

/// The display of a training run in a cell's output, which ends the run when the user interrupts
/// the cell.
package final class LiveTraining {
    /// The displayed view.
    private var view: TrainingView

    /// The host of the cell, which displays the view and knows of interrupts.
    private let host: any CellHost

    /// The ID of the display.
    private let id: String

    /// The time of the last update.
    private var lastUpdate = ContinuousClock.now

    /// The start of the run.
    private let start = ContinuousClock.now

    /// Displays a run that is about to begin.
    package init(title: String, steps: Int, host: any CellHost = CellEnvironment.host) {
        view = TrainingView(title: title, stepCount: steps)
        self.host = host
        id = host.makeDisplayID()
        host.display(view.mimeBundle, id: id)
    }

    /// Indicates whether the user has interrupted the cell.
    package var isInterrupted: Bool { host.isInterruptionRequested }

    /// Adds a step, and updates the display if the last update is old enough.
    package func observe(_ step: TrainingStep) {
        view.add(step)
        let now = ContinuousClock.now
        guard now - lastUpdate > .milliseconds(200) else { return }
        lastUpdate = now
        var live = view
        live.remark = remark(after: now - start)
        host.replaceDisplay(live.mimeBundle, id: id)
    }

    /// Displays the outcome of the run, and acknowledges an interrupt that ended it.
    package func finish(_ outcome: TrainingHistory.Outcome) {
        switch outcome {
        case .completed: view.remark = ""
        case .converged: view.remark = "ended early: the rule for the end was met"
        case .nonFinite(let step, _): view.remark = "not finite at step \(step)"
        case .stopped:
            view.remark = "interrupted; what has been learned stays"
            if isInterrupted { host.acknowledgeInterruption() }
        }
        host.replaceDisplay(view.mimeBundle, id: id)
    }

    /// Displays the progress of a run that ended with an error.
    package func fail() {
        view.remark = "ended by an error"
        host.replaceDisplay(view.mimeBundle, id: id)
    }

    /// Returns an estimate of the remaining time.
    private func remark(after elapsed: Duration) -> String {
        guard let last = view.last, last.step > 0 else { return "" }
        let (seconds, fraction) = elapsed.components
        let spent = Double(seconds) + Double(fraction) * 1e-18
        let rest = spent / Double(last.step) * Double(view.stepCount - last.step)
        return "about \(Int(rest.rounded(.up))) s left"
    }
}
