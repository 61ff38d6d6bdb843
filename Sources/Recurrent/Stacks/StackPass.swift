/// A forward pass of a stack of layers.
public struct StackPass<Scalar: RealScalar>: Sendable {
    /// The passes of the layers, by level and direction.
    public let passes: [[LayerPass<Scalar>]]

    /// The outputs of the last level, shape `[T, B, H]`, or `[T, B, 2·H]` with both directions.
    public let output: SequenceBatch<Scalar>

    /// The input, shape `[T, B, D]`.
    public let input: SequenceBatch<Scalar>

    /// The state after the last step of every layer: level by level, forward before backward.
    ///
    /// The order is that of PyTorch's `h_n`; the backward direction ends at the first step.
    public var finalStates: [LayerState<Scalar>] { passes.flatMap { $0.map(\.finalState) } }

    /// The final states of the last level side by side, shape `[B, H]` or `[B, 2·H]`.
    var summary: Matrix<Scalar> {
        let states = passes[passes.count - 1].map(\.finalState.hidden)
        guard states.count == 2 else { return states[0] }
        return states[0].beside(states[1])
    }
}

/// A backward pass of a stack of layers.
public struct StackStory<Scalar: RealScalar>: Sendable {
    /// The stories of the layers, by level and direction.
    public let stories: [[LayerStory<Scalar>]]

    /// dL/dx, shape `[T, B, D]`.
    public let inputGradient: SequenceBatch<Scalar>

    /// The gradients of the states before the first step, in the order of `finalStates`.
    public var initialStateGradients: [LayerState<Scalar>] {
        stories.flatMap { $0.map(\.initialStateGradient) }
    }
}

extension Matrix {
    /// Returns the columns of two matrices with as many rows, side by side.
    func beside(_ other: Matrix) -> Matrix {
        var joined: [Scalar] = []
        joined.reserveCapacity(elements.count + other.elements.count)
        for row in 0..<rows {
            joined += elements[row * columns..<(row + 1) * columns]
            joined += other.elements[row * other.columns..<(row + 1) * other.columns]
        }
        return Matrix(Shape(rows, columns + other.columns), unchecked: joined)
    }

    /// Returns some of the columns.
    func columns(_ range: Range<Int>) -> Matrix {
        var chosen: [Scalar] = []
        chosen.reserveCapacity(rows * range.count)
        for row in 0..<rows {
            chosen += elements[row * columns + range.lowerBound..<row * columns + range.upperBound]
        }
        return Matrix(Shape(rows, range.count), unchecked: chosen)
    }
}
