/// A backward pass of a stack of layers.
public struct StackStory<Scalar: RealScalar>: Sendable {
    /// The backward passes of the layers, by layer and direction.
    public let stories: [[LayerStory<Scalar>]]

    /// dL/dx, shape `[T, B, D]`.
    public let inputGradient: SequenceBatch<Scalar>

    /// The gradients of the states before the first step, in the order of `finalStates`.
    public var initialStateGradients: [LayerState<Scalar>] {
        stories.flatMap { $0.map(\.initialStateGradient) }
    }
}
