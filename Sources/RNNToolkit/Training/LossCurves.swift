public import Plotting
public import Recurrent

/// Returns a figure of the losses of training runs, on a logarithmic axis.
///
/// If a run met a non-finite number, there is a mark beyond the upper end of the axis, and the
/// legend names the step.
///
/// - Parameters:
///   - runs: the runs with their names.
///   - title: the title of the figure.
public func lossCurves(
    _ runs: [(name: String, history: TrainingHistory)], title: String = "Loss"
) -> Figure {
    Figure(title) {
        for (name, history) in runs {
            let points = thinned(history.lossPoints)
            Line(x: points.map(\.step), y: points.map(\.value), label: history.legend(name))
        }
    }
    .xAxis("step").yAxis("loss", scale: .log)
}

/// Returns a figure of the gradient norms of training runs before clipping, on a logarithmic axis.
///
/// - Parameters:
///   - runs: the runs with their names.
///   - threshold: a norm at which a line is drawn.
///   - title: the title of the figure.
public func gradientNormCurves(
    _ runs: [(name: String, history: TrainingHistory)], threshold: Double? = nil,
    title: String = "Norm of the gradient before clipping"
) -> Figure {
    Figure(title) {
        for (name, history) in runs {
            let points = thinned(history.steps.map { ($0.step, $0.gradientNorm) })
            Line(x: points.map(\.step), y: points.map(\.value), label: history.legend(name))
        }
        if let threshold {
            Rule(y: threshold, label: "threshold \(NumberFormat.exact.spelling(of: threshold))")
        }
    }
    .xAxis("step").yAxis("norm", scale: .log)
}

extension TrainingHistory {
    /// The losses of this run as a figure.
    public var lossCurve: Figure { lossCurves([("loss", self)]) }

    /// The step with a non-finite number, or `nil` if there was none.
    public var nonFiniteStep: Int? {
        guard case .nonFinite(let step, _) = outcome else { return nil }
        return step
    }

    /// The losses by step; a run that ended at a non-finite number ends in one here as well.
    fileprivate var lossPoints: [(step: Int, value: Double)] {
        var points = steps.map { ($0.step, $0.loss) }
        // The loss may still have been finite although its gradient was not.
        if nonFiniteStep != nil, let last = points.last, last.1.isFinite {
            points.append((last.0, .nan))
        }
        return points
    }

    /// Returns a name for a legend, with the step at which the run met a non-finite number.
    func legend(_ name: String) -> String {
        nonFiniteStep.map { "\(name), not finite at step \($0)" } ?? name
    }
}
