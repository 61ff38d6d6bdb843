package import CellRuntime
internal import Display
package import Plotting

/// A figure of a learner that is drawn anew while the learner is trained.
package final class WatchedFigure {
    /// The host that shows it.
    private let host: any CellHost

    /// The id under which it is shown; `nil` before the first time.
    private var id: String?

    /// The time of the last drawing.
    private var lastUpdate = ContinuousClock.now

    /// Creates a figure that is not shown yet.
    package init(host: any CellHost = CellEnvironment.host) { self.host = host }

    /// Draws the figure if the last drawing is old enough.
    package func update(_ draw: () throws -> Figure) rethrows {
        guard id == nil || ContinuousClock.now - lastUpdate > .milliseconds(400) else { return }
        try show(draw())
    }

    /// Shows a figure in the place of the last one.
    package func show(_ figure: Figure) {
        if let id {
            host.replaceDisplay(figure.mimeBundle, id: id)
        } else {
            let id = host.makeDisplayID()
            host.display(figure.mimeBundle, id: id)
            self.id = id
        }
        lastUpdate = .now
    }
}
