/// A forward pass of a stack of layers.
public struct StackPass<Scalar: RealScalar>: Sendable {
    /// The passes of the layers, by layer and direction.
    public let passes: [[LayerPass<Scalar>]]

    /// The input, shape `[T, B, D]`.
    public let input: SequenceBatch<Scalar>

    /// The factors of the signals between layers; `nil` without dropout.
    var masks: DropoutMasks<Scalar>?

    /// The outputs of the last layer, shape `[T, B, H]`, or `[T, B, 2·H]` if it is bidirectional.
    public var output: SequenceBatch<Scalar> { Self.output(of: passes[passes.count - 1]) }

    /// Returns the outputs of a layer from the passes of its directions.
    static func output(of directions: [LayerPass<Scalar>]) -> SequenceBatch<Scalar> {
        let forward = directions[0].output
        guard directions.count == 2 else { return forward }
        return forward.joined(with: directions[1].output.reversedInTime)
    }

    /// The number of features of the output.
    var outputSize: Int {
        passes[passes.count - 1].reduce(0) { $0 + $1.layer.hiddenSize }
    }

    /// The state after the last step of every layer: layer by layer, forward before backward.
    ///
    /// The order is that of PyTorch's `h_n`; the backward direction ends at the first step.
    public var finalStates: [LayerState<Scalar>] { passes.flatMap { $0.map(\.finalState) } }

    /// The final states of the last layer side by side, shape `[B, H]` or `[B, 2·H]`.
    var summary: Matrix<Scalar> {
        let states = passes[passes.count - 1].map(\.finalState.hidden)
        guard states.count == 2 else { return states[0] }
        return states[0].beside(states[1])
    }
}
