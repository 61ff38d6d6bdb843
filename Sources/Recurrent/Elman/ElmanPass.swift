/// A forward pass of an Elman network: every number between the inputs and the loss.
public struct ElmanPass<Scalar: RealScalar>: Sendable {
    /// The network that made the pass, as it was then.
    public let network: ElmanNetwork<Scalar>

    /// The pass of its recurrent part.
    public let layerPass: LayerPass<Scalar>

    /// ŷ, one matrix of shape `[O, B]` for each step that is read; only the last one if none other.
    public let outputs: [Matrix<Scalar>]

    /// y, one matrix of shape `[O, B]` for each output.
    public let targets: [Matrix<Scalar>]

    /// L, the loss.
    public let loss: Scalar

    /// dL/dŷ, one row for every step and sequence that is read, `[n, O]`.
    let outputGradient: Matrix<Scalar>

    /// Whether there is a target after every step, not only after the last.
    public let isReadAtEveryStep: Bool

    /// ŷ of the last step, shape `[O, B]`.
    public var prediction: Matrix<Scalar> { outputs[outputs.count - 1] }

    /// The inputs, shape `[T, B, D]`.
    public var input: SequenceBatch<Scalar> { layerPass.input }

    /// What happened at each step, from the first to the last.
    public var steps: [ElmanStep<Scalar>] { (1...layerPass.steps).map(step) }

    /// H_0 … H_T, each of shape `[H, B]`.
    public var states: [Matrix<Scalar>] {
        (0...layerPass.steps).map { layerPass.state(at: $0).hidden.transposed }
    }

    /// What happened at a step that there is.
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
