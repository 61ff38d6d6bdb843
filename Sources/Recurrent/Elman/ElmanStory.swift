/// A backward pass of an Elman network, which shows the origin of its gradient.
///
/// Contributions, Jacobians and brackets are computed on demand.
public struct ElmanStory<Scalar: RealScalar>: Sendable {
    /// The forward pass.
    public let pass: ElmanPass<Scalar>

    /// The gradient of every parameter.
    public let gradient: ElmanGradient<Scalar>

    /// The backward pass of the recurrent part.
    public let layerStory: LayerStory<Scalar>

    /// The contribution of each step to the gradient, from step 1 to step T.
    public var contributions: [StepContribution<Scalar>] {
        (1...pass.layerPass.steps).map { step in
            let part = layerStory.gradients.weightGradients(of: step - 1..<step, input: pass.input)
            return StepContribution(
                step: step, W: part.weightHH, U: part.weightIH, b: part.biasIH)
        }
    }

    /// ∂L/∂H_0 … ∂L/∂H_T, each of shape `[H, B]`.
    public var stateGradients: [Matrix<Scalar>] {
        (0...pass.layerPass.steps).map { layerStory.stateGradient(at: $0).hidden.transposed }
    }

    /// δ_1 … δ_T, the gradients of z_1 … z_T, each of shape `[H, B]`.
    public var deltas: [Matrix<Scalar>] {
        let record = pass.layerPass.record
        return (1...record.steps).map {
            record.part(0, of: layerStory.gradients.gates, at: $0).transposed
        }
    }

    /// ∂L/∂x_1 … ∂L/∂x_T, each of shape `[D, B]`.
    public var inputGradients: [Matrix<Scalar>] {
        let batch = layerStory.inputGradient
        return Matrix(
            Shape(batch.steps * batch.count, batch.features), unchecked: batch.elements
        ).columnsOfSteps(sequences: batch.count)
    }
}
