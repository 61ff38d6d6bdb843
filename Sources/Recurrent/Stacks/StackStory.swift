/// A backward pass of a stack of layers.
public struct StackStory<Scalar: RealScalar>: Sendable {
    /// The backward passes of the layers, by layer and direction.
    public let stories: [[LayerStory<Scalar>]]

    /// dL/dx, shape `[T, B, D]`; it is computed whenever it is read.
    public var inputGradient: SequenceBatch<Scalar> { Self.inputGradient(of: stories[0]) }

    /// Returns dL/dx of a layer from the backward passes of its directions.
    static func inputGradient(of directions: [LayerStory<Scalar>]) -> SequenceBatch<Scalar> {
        let forward = directions[0].inputGradient
        guard directions.count == 2 else { return forward }
        return forward.adding(directions[1].inputGradient.reversedInTime)
    }

    /// The gradients of the states before the first step, in the order of `finalStates`.
    public var initialStateGradients: [LayerState<Scalar>] {
        stories.flatMap { $0.map(\.initialStateGradient) }
    }
}
