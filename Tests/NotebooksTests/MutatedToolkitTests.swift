import Processes
import Testing

/// What a notebook says about a toolkit that is wrong in the way that the notebook is about.
///
/// A cell put before all others declares a `backward` of its own, which the cells that follow call
/// in place of the toolkit's. Beside each mutation runs the same code without its mistake, so that
/// nothing else can be what the notebook finds.
@Suite struct MutatedToolkitTests {
    /// Returns a cell that declares a backward pass whose gradient is changed by some code.
    ///
    /// The story's gradient is a constant, so it is overwritten where it lies in memory.
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

    /// Returns code that sums what steps contribute, or does something else with it.
    private static func sum(over time: String) -> String {
        """
        gradient.W = try .zeros(W.rows, W.columns)
        for part in story.contributions.reversed() { gradient.W = \(time) }
        """
    }

    /// Returns code that follows the gradient back with a matrix in place of Wᵀ.
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

    @Test(arguments: [
        sum(over: "try gradient.W + part.W"), sweep(with: "W.transposed"),
    ])
    func theNotebookAgreesWithABackwardPassThatIsRight(code: String) throws {
        let lecture = try LectureNotebook("01-backpropagation-through-time.ipynb")
        let trial = try NotebookTrial(lecture, after: Self.cell(changing: code))
        #expect(trial.exit == .exited(0), "\(trial.text)")
    }

    @Test func theNotebookFailsWhereTheSumOverTimeIsDropped() throws {
        let lecture = try LectureNotebook("01-backpropagation-through-time.ipynb")
        // The mistake that libraries have shipped: assigned at every step instead of added.
        let code = Self.sum(over: "part.W")
        let trial = try NotebookTrial(lecture, after: Self.cell(changing: code))
        #expect(trial.exit == .exited(1))
        #expect(
            trial.text.contains("∂L/∂W = 0.0, but it should be -1.0062069228066077"),
            "\(trial.text)")
    }

    @Test func theNotebookFailsWhereWStandsForItsTranspose() throws {
        let lecture = try LectureNotebook("01-backpropagation-through-time.ipynb")
        let code = Self.sweep(with: "W")
        let trial = try NotebookTrial(lecture, after: Self.cell(changing: code))
        #expect(trial.exit == .exited(1))
        #expect(trial.text.contains("∂L/∂W of two units = [[-0.144"), "\(trial.text)")
    }
}
