public import Plotting
public import Recurrent

extension Learner {
    /// Returns a figure of the loss over two parameters, with the paths of descents.
    ///
    /// - Parameters:
    ///   - example: the example whose loss is shown.
    ///   - x: the name of the parameter along the horizontal axis, and its range.
    ///   - y: the name of the parameter along the vertical axis, and its range.
    ///   - resolution: the number of positions along each side at which the loss is computed.
    ///   - scale: the scale of the colors.
    ///   - descents: the paths; a mark at the edge shows where one leaves the figure.
    /// - Throws: `RecurrentError` if a parameter is missing or not a single number, or the example
    ///   does not match.
    public func errorSurface(
        on example: Example, x: (name: String, range: ClosedRange<Double>),
        y: (name: String, range: ClosedRange<Double>), resolution: Int = 48,
        scale: Scale = .log, descents: [Descent] = []
    ) throws(RecurrentError) -> Figure {
        let columns = places(x.range, resolution)
        let rows = places(y.range, resolution)
        var losses: [[Double]] = []
        for row in rows {
            let learner = try moved(y.name, row)
            var line: [Double] = []
            for column in columns {
                line.append(Double(try learner.moved(x.name, column).loss(of: example)))
            }
            losses.append(line)
        }
        return Figure("Loss over \(x.name) and \(y.name)") {
            Surface(x: columns, y: rows, values: losses, label: "loss", scale: scale)
            for descent in descents {
                let stops = descent.stops(
                    width: x.range.upperBound - x.range.lowerBound,
                    height: y.range.upperBound - y.range.lowerBound)
                Path(x: stops.x, y: stops.y, label: descent.history.legend(descent.name))
            }
        }
        .xAxis(x.name).yAxis(y.name)
    }

    /// Returns evenly spaced values from one end of a range to the other.
    private func places(_ range: ClosedRange<Double>, _ resolution: Int) -> [Double] {
        let count = min(400, max(2, resolution))
        return (0..<count).map { index in
            let fraction = Double(index) / Double(count - 1)
            return range.lowerBound * (1 - fraction) + range.upperBound * fraction
        }
    }
}
