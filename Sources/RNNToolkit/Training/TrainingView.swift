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

    /// How many steps make one point of the curve.
    private let stepsOfPoint: Int

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
        stepsOfPoint = max(1, stepCount / 100)
    }

    /// Takes one more step into account.
    mutating func add(_ step: TrainingStep) {
        last = step
        pending.append(step.loss)
        guard pending.count == stepsOfPoint || !step.loss.isFinite else { return }
        points.append((step.step, pending.reduce(0, +) / Double(pending.count)))
        pending = []
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
        .xAxis("step", range: 0...Double(max(1, stepCount)))
        .yAxis(label, scale: .log)
        .height(pixels: 160, rows: 8)
        .caption(remark.isEmpty ? progress : "\(progress); \(remark)")
    }
}

extension TrainingView: Displayable {
    /// The figure as text and as SVG.
    var mimeBundle: MIMEBundle { figure.mimeBundle }
}
