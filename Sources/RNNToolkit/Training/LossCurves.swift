public import Plotting
public import Recurrent

/// Draws the losses of training runs, on a logarithmic axis.
///
/// Where a run met a number that was not finite, a mark stands beyond the upper end of the axis,
/// and the legend names the step.
///
/// - Parameters:
///   - runs: the runs and what they are called.
///   - title: what the figure shows.
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

/// Draws the norms of the gradients of training runs before clipping, on a logarithmic axis.
///
/// - Parameters:
///   - runs: the runs and what they are called.
///   - threshold: a norm at which a line is drawn.
///   - title: what the figure shows.
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

    /// The step at which a number was not finite; nil where none was.
    public var nonFiniteStep: Int? {
        guard case .nonFinite(let step, _) = outcome else { return nil }
        return step
    }

    /// The losses by step; a run that ended in a number that was not finite ends in one here, too.
    fileprivate var lossPoints: [(step: Int, value: Double)] {
        var points = steps.map { ($0.step, $0.loss) }
        // The loss may still have been finite where its gradient was not.
        if nonFiniteStep != nil, let last = points.last, last.1.isFinite {
            points.append((last.0, .nan))
        }
        return points
    }

    /// A name for a legend, with the step at which the run met a number that was not finite.
    func legend(_ name: String) -> String {
        nonFiniteStep.map { "\(name), not finite at step \($0)" } ?? name
    }
}
