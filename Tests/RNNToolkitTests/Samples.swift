import Display
import RNNToolkit

/// Networks whose passes are displayed.
enum Samples {
    /// The lecture's three-step network of one unit.
    static var lecture: ElmanStory<Double> {
        get throws { try story(of: ElmanNetwork(W: 0.5, U: 1, V: 1), [1, 0.5, -0.5]) }
    }

    /// A network of two units over three steps.
    static var pair: ElmanStory<Double> {
        get throws {
            try story(
                of: ElmanNetwork(W: [[0.5, -0.4], [0.3, 0.2]], U: [[1], [-0.5]], V: [[1, 2]]),
                [1, 0.5, -0.5])
        }
    }

    /// A network of nine units over thirty steps.
    static var long: ElmanStory<Double> {
        get throws {
            let network = try ElmanNetwork(inputs: 1, hidden: 9, seed: 3)
            return try story(of: network, (0..<30).map { $0 % 3 == 0 ? 1 : -0.25 })
        }
    }

    /// A network in which all gradients vanish: the slope of a saturated unit is zero.
    static var frozen: ElmanStory<Double> {
        get throws {
            try story(
                of: ElmanNetwork(W: 0.5, U: 1, V: 1, activation: .hardTanh), [0.5, 40, 0.25, 0.5])
        }
    }

    /// A network that explodes until numbers are infinite.
    static var exploding: ElmanStory<Double> {
        get throws {
            try story(
                of: ElmanNetwork(W: 1e80, U: 1, V: 1, activation: .identity),
                [1, 1, 1, 1, 1])
        }
    }

    /// Returns the backward pass of a network.
    private static func story(
        of network: ElmanNetwork<Double>, _ inputs: [Double]
    ) throws -> ElmanStory<Double> {
        try network.backward(network.forward(inputs, target: 1))
    }

    /// All displays of all samples, as text in both styles.
    static var texts: [(name: String, text: (TextStyle) -> String)] {
        get throws {
            var faces: [(String, (TextStyle) -> String)] = []
            let all = try [
                ("lecture", lecture), ("pair", pair), ("long", long), ("frozen", frozen),
                ("exploding", exploding),
            ]
            for (name, story) in all {
                let norms = try story.pass.jacobianNorms()
                let update = try UpdateTable(
                    story.pass.network.W, gradient: story.gradient.W, learningRate: 0.1)
                let tables = [
                    story.pass.trace, story.trace, story.gradientTable, story.contributionTable,
                    update.table,
                ]
                let figures = try [
                    story.contributionBars, story.gradientNormFigure, norms.heatMap,
                    norms.lagFigure(bounds: story.pass.network.jacobianBounds),
                ]
                let formulas = try [
                    story.nestedExpansion(of: .W), story.nestedExpansion(of: .U),
                ]
                faces += tables.enumerated().map { index, table in
                    ("\(name), table \(index)", { style in table.text(style: style) })
                }
                faces += figures.enumerated().map { index, figure in
                    ("\(name), figure \(index)", { style in figure.text(style: style) })
                }
                faces += formulas.enumerated().map { index, formula in
                    ("\(name), formula \(index)", { style in formula.text(style: style) })
                }
            }
            return faces
        }
    }
}
