internal import Display
internal import Plotting
internal import Recurrent

/// A run as it is shown while it goes on: its losses so far, and a line that says how far it is.
///
/// What is shown in the end depends on the run alone: no times are in it.
struct TrainingView: Sendable {
    /// What the run is called.
    let title: String

    /// How many steps there are to be.
    let stepCount: Int

    /// How many steps make one point of the curve; it doubles where there are too many points.
    private var stepsOfPoint = 1

    /// The most points of a curve.
    private static let mostPoints = 200

    /// The means of the losses that make each point, by the last step of the point.
    private var points: [(step: Int, loss: Double)] = []

    /// The losses that are not yet a point.
    private var pending: [Double] = []

    /// The last step that was taken.
    private(set) var last: TrainingStep?

    /// What the line says after the numbers.
    var remark = ""

    /// Begins a run.
    init(title: String, stepCount: Int) {
        self.title = title
        self.stepCount = stepCount
    }

    /// Takes one more step into account.
    mutating func add(_ step: TrainingStep) {
        last = step
        pending.append(step.loss)
        guard pending.count == stepsOfPoint || !step.loss.isFinite else { return }
        points.append((step.step, pending.reduce(0, +) / Double(pending.count)))
        pending = []
        if points.count >= Self.mostPoints { mergePoints() }
    }

    /// Makes one point of every two.
    private mutating func mergePoints() {
        stepsOfPoint *= 2
        points = stride(from: 0, to: points.count - 1, by: 2).map { first in
            (points[first + 1].step, (points[first].loss + points[first + 1].loss) / 2)
        }
    }

    /// The last step on the axis: all there are to be, or, while only few are taken, a round number
    /// that they come near.
    private var lastOnAxis: Int {
        var last = 100
        while last < self.last?.step ?? 0 { last *= 2 }
        return min(last, max(1, stepCount))
    }

    /// The line that says how far the run is.
    var progress: String {
        guard let last else { return "0 of \(stepCount) steps" }
        func spelling(_ value: Double) -> String { NumberFormat.significant(4).spelling(of: value) }
        return "\(last.step) of \(stepCount) steps, loss \(spelling(last.loss)), "
            + "gradient norm \(spelling(last.gradientNorm))"
    }

    /// The losses so far.
    var figure: Figure {
        let label = stepsOfPoint == 1 ? "loss" : "loss, mean of \(stepsOfPoint) steps"
        return Figure(title) {
            Line(x: points.map(\.step), y: points.map(\.loss), markers: .none)
        }
        .xAxis("step", range: 0...Double(lastOnAxis))
        .yAxis(label, scale: .log)
        .height(pixels: 160, rows: 8)
        .caption(remark.isEmpty ? progress : "\(progress); \(remark)")
    }
}

extension TrainingView: Displayable {
    /// The figure as text and as SVG.
    var mimeBundle: MIMEBundle { figure.mimeBundle }
}
