import Processes
import Testing

/// Tests that a notebook's checks detect the mistakes that the notebook is about.
///
/// A cell inserted before all others declares a function that the following cells call in place of
/// the toolkit's. For each mutation, the same code without its mistake runs as well, so that
/// nothing else can be what the notebook detects.
@Suite struct MutatedToolkitTests {
    /// A fault of the toolkit, and the notebook that teaches what it breaks.
    struct Fault: CustomTestStringConvertible, Sendable {
        /// What is wrong.
        let testDescription: String
        /// The number of the notebook.
        let notebook: String
        /// The ID of the last cell to run, or nil to run all.
        var last: String?
        /// Code that declares it.
        let code: String
        /// What the notebook says about it; nil for code without a mistake.
        var message: String?
    }

    /// Returns a cell that declares a backward pass whose gradient is changed by some code.
    ///
    /// The story's gradient is a constant, so it is overwritten in memory.
    private static func cell(changing code: String) -> String {
        """
        extension ElmanNetwork {
            func backward(_ pass: ElmanPass<Scalar>) throws -> ElmanStory<Scalar> {
                var story = try backward(pass, truncatedAfter: nil)
                var gradient = story.gradient
                \(code)
                let place = MemoryLayout<ElmanStory<Scalar>>.offset(of: \\.gradient)!
                withUnsafeMutableBytes(of: &story) { bytes in
                    let start = bytes.baseAddress! + place
                    start.assumingMemoryBound(to: ElmanGradient<Scalar>.self).pointee = gradient
                }
                return story
            }
        }
        """
    }

    /// Returns code that sums the contributions of the steps, or does something else with them.
    private static func sum(over time: String) -> String {
        """
        gradient.W = try .zeros(W.rows, W.columns)
        for part in story.contributions.reversed() { gradient.W = \(time) }
        """
    }

    /// Returns code that propagates the gradient back with a matrix in place of Wᵀ.
    private static func sweep(with matrix: String) -> String {
        """
        var delta = story.deltas[pass.steps.count - 1]
        gradient.W = try .zeros(W.rows, W.columns)
        for step in pass.steps.reversed() {
            gradient.W = try gradient.W + delta * pass.states[step.t - 1].transposed
            guard step.t > 1 else { break }
            delta = try pass.steps[step.t - 2].derivative .* (\(matrix) * delta)
        }
        """
    }

    /// Returns the declaration of a function that puts the gates of a matrix in another order.
    private static func turning(in order: [Int]) -> String {
        """
        func turned(_ rows: Matrix<Scalar>) throws -> Matrix<Scalar> {
            let size = hiddenSize * rows.columns
            let parts = \(order).map { rows.elements[($0 * size)..<(($0 + 1) * size)] }
            return try Matrix(
                rows: rows.rows, columns: rows.columns, elements: parts.flatMap { $0 })
        }
        """
    }

    /// Returns a cell that declares a forward pass with the gates in another order.
    private static func cell(takingGatesInOrder order: [Int]) -> String {
        """
        extension RecurrentLayer {
            func forward(_ inputs: SequenceBatch<Scalar>) throws -> LayerPass<Scalar> {
                \(turning(in: order))
                var layer = self
                layer.weightIH = try turned(weightIH)
                layer.weightHH = try turned(weightHH)
                layer.biasIH = try turned(biasIH)
                layer.biasHH = try turned(biasHH)
                return try layer.forward(inputs, from: nil)
            }
        }
        """
    }

    /// Returns a cell that sums δ with the state before or after each step.
    private static func contributions(ofState place: String) -> String {
        cell(
            changing: """
                gradient.W = try .zeros(W.rows, W.columns)
                for step in pass.steps {
                    let state = pass.states[\(place)].transposed
                    gradient.W = try gradient.W + story.deltas[step.t - 1] * state
                }
                """)
    }

    /// Returns a cell that declares the product of Jacobians down to another step.
    private static func jacobian(of later: String) -> String {
        """
        extension ElmanPass {
            func jacobian(of later: Int, withRespectTo earlier: Int) throws -> Matrix<Scalar> {
                try jacobian(of: \(later), withRespectTo: earlier, sequence: 0)
            }
        }
        """
    }

    /// Returns a cell that declares one step from a state, with the gates in another order.
    private static func step(takingGatesInOrder order: [Int]) -> String {
        """
        extension RecurrentLayer {
            func forward(
                _ inputs: SequenceBatch<Scalar>, from state: LayerState<Scalar>
            ) throws -> LayerPass<Scalar> {
                \(turning(in: order))
                var layer = self
                if hiddenSize * \(order.count) == weightIH.rows {
                    layer.weightIH = try turned(weightIH)
                    layer.weightHH = try turned(weightHH)
                }
                return try layer.forward(inputs, from: Optional(state))
            }
        }
        """
    }

    /// Returns a cell that declares one rule of clipping as another.
    private static func clipping(_ rule: String, as other: String) -> String {
        """
        extension Clipping {
            func clip(_ gradient: Matrix<Double>) throws -> ClipReport<Matrix<Double>> {
                guard case .\(rule) = self else { return try clip(gradient, nonFinite: .throw) }
                return try Clipping.\(other).clip(gradient, nonFinite: .throw)
            }
        }
        """
    }

    static let faults: [Fault] = [
        Fault(
            testDescription: "the sum over time", notebook: "01",
            code: cell(changing: sum(over: "try gradient.W + part.W"))),
        // A mistake that libraries have shipped: assignment at every step instead of addition.
        Fault(
            testDescription: "the sum over time dropped", notebook: "01",
            code: cell(changing: sum(over: "part.W")),
            message: "by hand, W: the gradient = -1.0062069228066077, but"),
        Fault(
            testDescription: "the transpose of W", notebook: "01",
            code: cell(changing: sweep(with: "W.transposed"))),
        Fault(
            testDescription: "W in place of its transpose", notebook: "01",
            code: cell(changing: sweep(with: "W")),
            message: "the brackets of two units are their gradient = "),
        Fault(
            testDescription: "the right states", notebook: "01",
            code: contributions(ofState: "step.t - 1")),
        Fault(
            testDescription: "the state after the step", notebook: "01",
            code: contributions(ofState: "step.t"), message: "by hand, W: the gradient"),
        Fault(
            testDescription: "the half of the loss forgotten", notebook: "01",
            code: cell(changing: "gradient.W = 2 * gradient.W"), message: "by hand, W: the gradient"
        ),
        Fault(
            testDescription: "another sign for U", notebook: "01",
            code: cell(changing: "gradient.U = -1 * gradient.U"),
            message: "by hand, U: the gradient"),
        Fault(
            testDescription: "every factor", notebook: "02", last: "chain-check",
            code: jacobian(of: "later")),
        Fault(
            testDescription: "one factor too few", notebook: "02", last: "chain-check",
            code: jacobian(of: "later - 1"), message: "W to the power of 10"),
        Fault(
            testDescription: "one factor too few, where they grow", notebook: "03",
            last: "chain-check", code: jacobian(of: "later - 1"), message: "W to the power of 10"),
        Fault(
            testDescription: "gates of an LSTM in their order", notebook: "06", last: "lstm-laws",
            code: step(takingGatesInOrder: [0, 1, 2, 3])),
        Fault(
            testDescription: "candidate and output gate swapped", notebook: "06", last: "lstm-laws",
            code: step(takingGatesInOrder: [0, 1, 3, 2]), message: "the cell by hand is the layer's"
        ),
        Fault(
            testDescription: "reset and update gate swapped", notebook: "06", last: "gru-laws",
            code: step(takingGatesInOrder: [1, 0, 2]), message: "the state by hand is the layer's"),
        Fault(
            testDescription: "gates of a forward pass in their order", notebook: "06",
            last: "product-check", code: cell(takingGatesInOrder: [0, 1, 2, 3])),
        Fault(
            testDescription: "input and forget gate swapped", notebook: "06",
            last: "product-check", code: cell(takingGatesInOrder: [1, 0, 2, 3]),
            message: "bias 1.0: ten steps leave σ(b) to the power of 10 = 0.0009765625, but"),
        Fault(
            testDescription: "the slide's rule", notebook: "05", last: "rules-check",
            code: clipping("slide(let threshold)", as: "slide(threshold: threshold)")),
        Fault(
            testDescription: "the slide's rule with two sides", notebook: "05",
            last: "rules-check",
            code: clipping("slide(let threshold)", as: "value(limit: threshold)"),
            message: "the slide's rule leaves what is negative = -0.1, but"),
        Fault(
            testDescription: "the norm rule", notebook: "05", last: "rules-check",
            code: clipping("globalNorm(let limit, _)", as: "globalNorm(limit: limit)")),
        Fault(
            testDescription: "values clipped in place of the norm", notebook: "05",
            last: "rules-check",
            code: clipping("globalNorm(let limit, _)", as: "value(limit: limit)"),
            message: "the norm rule"),
        Fault(
            testDescription: "the value rule with one side", notebook: "05", last: "rules-check",
            code: clipping("value(let limit)", as: "slide(threshold: limit)"),
            message: "the value rule bounds every number on both sides"),
    ]

    @Test(arguments: faults) func theNotebookFindsTheFault(fault: Fault) throws {
        let lecture = try #require(
            LectureNotebook.all.first { $0.name.hasPrefix(fault.notebook) })
        let trial = try NotebookTrial(lecture, after: fault.code, through: fault.last)
        guard let message = fault.message else {
            #expect(trial.exit == .exited(0), "\(trial.text)")
            return
        }
        #expect(trial.exit == .exited(1))
        #expect(trial.text.contains(message), "\(trial.text)")
    }
}
