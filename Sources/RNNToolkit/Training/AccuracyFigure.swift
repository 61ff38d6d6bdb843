public import Plotting

/// Returns a figure of accuracies at increasing distances for runs with several seeds: medians, and
/// bands from the worst seed to the best.
///
/// - Parameters:
///   - results: for each network its name and, for each seed, the accuracies at the distances.
///   - distances: the distances.
///   - longest: the longest distance in training; longer ones are shaded.
///   - label: the name of the distance.
///   - chance: the accuracy of guessing.
///   - title: the title of the figure.
public func accuracyFigure(
    _ results: [(name: String, runs: [[Double]])], distances: [Int],
    trainedUpTo longest: Int? = nil, label: String = "distance", chance: Double = 0.5,
    title: String = "Accuracy"
) -> Figure {
    Figure(title) {
        if let longest { Zone(x: longest..., label: "longer than in training") }
        for (name, runs) in results { Spread(x: distances, runs: runs, label: name) }
        Rule(y: chance, label: "chance")
    }
    .xAxis(label, ticks: .at(distances.map(Double.init))).yAxis("accuracy", range: 0...1)
}
