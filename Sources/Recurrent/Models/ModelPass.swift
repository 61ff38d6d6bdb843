/// A forward pass of a model.
public struct ModelPass<Scalar: RealScalar>: Sendable {
    /// The model with the weights of the pass.
    public let model: RecurrentModel<Scalar>

    /// The batch, with its targets.
    public let batch: Batch<Scalar>

    /// The pass of the recurrent layers.
    public let stackPass: StackPass<Scalar>

    /// The outputs (logits for cross-entropy): `[B, O]` after the last steps, or `[T·B, O]`.
    public let outputs: Matrix<Scalar>

    /// The loss.
    public let loss: Scalar

    /// dL/d`outputs`, with the same shape.
    let outputGradient: Matrix<Scalar>

    /// The passes of all layers: layer by layer, forward before backward.
    public var layers: [LayerPass<Scalar>] { stackPass.passes.flatMap { $0 } }

    /// The states after the last step, with which the next pass can continue.
    public var finalStates: [LayerState<Scalar>] { stackPass.finalStates }
}
