/// A forward pass of an Elman network, with all intermediate values.
public struct ElmanPass<Scalar: RealScalar>: Sendable {
    /// The network with the weights of the pass.
    public let network: ElmanNetwork<Scalar>

    /// The pass of the recurrent part.
    public let layerPass: LayerPass<Scalar>

    /// ŷ, one matrix of shape `[O, B]` per step with an output, or only that of the last step.
    public let outputs: [Matrix<Scalar>]

    /// y, one matrix of shape `[O, B]` per output.
    public let targets: [Matrix<Scalar>]

    /// L, the loss.
    public let loss: Scalar

    /// dL/dŷ, one row per step with an output and sequence, `[n, O]`.
    package let outputGradient: Matrix<Scalar>

    /// Indicates whether every step has a target, rather than only the last one.
    public let isReadAtEveryStep: Bool

    /// ŷ of the last step, shape `[O, B]`.
    public var prediction: Matrix<Scalar> { outputs[outputs.count - 1] }

    /// The inputs, shape `[T, B, D]`.
    public var input: SequenceBatch<Scalar> { layerPass.input }

    /// The values of each step, from the first to the last.
    public var steps: [ElmanStep<Scalar>] { (1...layerPass.steps).map(step) }

    /// H_0 … H_T, each of shape `[H, B]`.
    public var states: [Matrix<Scalar>] {
        (0...layerPass.steps).map { layerPass.state(at: $0).hidden.transposed }
    }

    /// Returns the values of an existing step.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    func step(_ t: Int) -> ElmanStep<Scalar> {
        let record = layerPass.record
        let z = record.part(0, of: record.gates, at: t)
        let hidden = layerPass.state(at: t).hidden
        var derivative = Matrix<Scalar>.zeros(z.shape)
        for index in z.elements.indices {
            derivative.elements[index] = network.activation.derivative(at: z.elements[index])
        }
        let width = input.count * input.features
        let x = Matrix(
            Shape(input.count, input.features),
            unchecked: Array(input.elements[(t - 1) * width..<t * width]))
        return ElmanStep(
            t: t, x: x.transposed, z: z.transposed, derivative: derivative.transposed,
            H: hidden.transposed)
    }
}
