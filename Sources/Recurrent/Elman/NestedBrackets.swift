/// The slides' nested expansion of ∂L/∂W or ∂L/∂U, evaluated from the inside out.
///
/// The bracket of step k is `[H_{k-1} + W (g′(z_{k-1}) [ … ])]`: the direct term of the step, plus
/// W times the previous slope times the previous bracket. For a network of one unit these are the
/// slides' numbers. In general a bracket is ∂z_k/∂W, with a row per unit and a column per element
/// of the weight.
///
/// - Source: the slides "Backward Propagation"; Williams and Zipser 1989 for the general form.
public struct NestedBrackets<Scalar: RealScalar>: Equatable, Sendable {
    /// The weight of the expansion.
    public enum Weight: String, Sendable, Hashable {
        /// ∂L/∂W.
        case recurrent = "W"
        /// ∂L/∂U.
        case input = "U"
    }

    /// One bracket of the expansion.
    public struct Bracket: Equatable, Sendable {
        /// k, the step of the bracket.
        public let step: Int
        /// The direct term of the step: H_{k-1} for W, x_k for U; shape `[H, 1]` or `[D, 1]`.
        public let seen: Matrix<Scalar>
        /// g′(z_k), the slope in front of the bracket, shape `[H, 1]`.
        public let slope: Matrix<Scalar>
        /// The value of the bracket, ∂z_k/∂W or ∂z_k/∂U, shape `[H, H·H]` or `[H, H·D]`.
        public let value: Matrix<Scalar>
    }

    /// The weight of the expansion.
    public let weight: Weight

    /// ∂L/∂ŷ, shape `[O, 1]`.
    public let outputGradient: Matrix<Scalar>

    // swift-format-ignore: AlwaysUseLowerCamelCase
    /// ∂ŷ/∂H_T = V, shape `[O, H]`.
    public let V: Matrix<Scalar>

    // swift-format-ignore: AlwaysUseLowerCamelCase
    /// W, shape `[H, H]`.
    public let W: Matrix<Scalar>

    /// The brackets from the innermost, step 1, to the outermost, step T.
    public let brackets: [Bracket]

    /// The whole expression: ∂L/∂W, shape `[H, H]`, or ∂L/∂U, shape `[H, D]`.
    public let value: Matrix<Scalar>
}

extension ElmanPass {
    /// Evaluates the slides' nested expansion of ∂L/∂W or ∂L/∂U for one sequence.
    ///
    /// It equals the gradient that `backward` computes, up to rounding.
    ///
    /// - Throws: `RecurrentError.invalidValue` if there is no such sequence, if every step has a
    ///   target (the slides' expansion has one loss), or if sequences differ in length.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    public func nestedBrackets(
        for weight: NestedBrackets<Scalar>.Weight, sequence: Int = 0
    ) throws(RecurrentError) -> NestedBrackets<Scalar> {
        try layerPass.checkSequence(sequence)
        guard !isReadAtEveryStep, input.lengths == nil else {
            throw .invalidValue(
                name: "the pass", value: "one with several targets or lengths",
                needed: "one with a single target after the last step")
        }
        var brackets: [NestedBrackets<Scalar>.Bracket] = []
        var inner: Matrix<Scalar>?
        for step in steps {
            let before = states[step.t - 1].column(sequence)
            let seen = weight == .recurrent ? before : step.x.column(sequence)
            var value = Matrix.selfDerivative(of: network.hiddenSize, seeing: seen)
            if let inner { value = try value + network.W * inner }
            let slope = step.derivative.column(sequence)
            brackets.append(.init(step: step.t, seen: seen, slope: slope, value: value))
            inner = value.scalingRows(by: slope)
        }
        let outer = outputGradient.row(sequence)
        let flat = try outer * network.V * (inner ?? Matrix.zeros(Shape(0, 0)))
        let width = weight == .recurrent ? network.hiddenSize : network.inputSize
        return NestedBrackets(
            weight: weight, outputGradient: outer.transposed, V: network.V, W: network.W,
            brackets: brackets,
            value: Matrix(Shape(network.hiddenSize, width), unchecked: flat.elements))
    }
}

extension Matrix {
    /// Returns ∂(A s)/∂A for a vector s: row i has s in the columns of row i of A, shape `[units,
    /// units·n]`.
    fileprivate static func selfDerivative(of units: Int, seeing s: Matrix) -> Matrix {
        var result = Matrix.zeros(Shape(units, units * s.rows))
        for unit in 0..<units {
            for index in 0..<s.rows {
                result[unit, unit * s.rows + index] = s.elements[index]
            }
        }
        return result
    }

    /// Returns the matrix with each row multiplied by an element of a column.
    func scalingRows(by factors: Matrix) -> Matrix {
        var result = self
        for row in 0..<rows {
            for column in 0..<columns { result[row, column] *= factors.elements[row] }
        }
        return result
    }
}
