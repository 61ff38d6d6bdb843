internal import Display
internal import Plotting
internal import Recurrent

/// The view of a training run in progress: its losses so far, and a line of progress.
///
/// The final view depends only on the run: it contains no times.
struct TrainingView: Sendable {
    /// The title of the run.
    let title: String

    /// The total number of steps.
    let stepCount: Int

    /// The number of steps per point of the curve, which doubles when there are too many points.
    private var stepsOfPoint = 1

    /// The maximum number of points of a curve.
    private static let mostPoints = 200

    /// The mean losses of the points, by the last step of each point.
    private var points: [(step: Int, loss: Double)] = []

    /// The losses since the last point.
    private var pending: [Double] = []

    /// The last step.
    private(set) var last: TrainingStep?

    /// A remark at the end of the line of progress.
    var remark = ""

    /// Creates the view of a run.
    init(title: String, stepCount: Int) {
        self.title = title
        self.stepCount = stepCount
    }

    /// Adds a step.
    mutating func add(_ step: TrainingStep) {
        last = step
        pending.append(step.loss)
        guard pending.count == stepsOfPoint || !step.loss.isFinite else { return }
        points.append((step.step, pending.reduce(0, +) / Double(pending.count)))
        pending = []
        if points.count >= Self.mostPoints { mergePoints() }
    }

    /// Merges pairs of points.
    private mutating func mergePoints() {
        stepsOfPoint *= 2
        points = stride(from: 0, to: points.count - 1, by: 2).map { first in
            (points[first + 1].step, (points[first].loss + points[first + 1].loss) / 2)
        }
    }

    /// The last step on the axis: the total number or, while only few steps have been taken, a
    /// round number.
    private var lastOnAxis: Int {
        var last = 100
        while last < self.last?.step ?? 0 { last *= 2 }
        return min(last, max(1, stepCount))
    }

    /// The line of progress.
    var progress: String {
        guard let last else { return "0 of \(stepCount) steps" }
        func spelling(_ value: Double) -> String { NumberFormat.significant(4).spelling(of: value) }
        return "\(last.step) of \(stepCount) steps, loss \(spelling(last.loss)), "
            + "gradient norm \(spelling(last.gradientNorm))"
    }

    /// The figure of the losses so far.
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
