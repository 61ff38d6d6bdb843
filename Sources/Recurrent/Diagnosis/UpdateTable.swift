/// The effect of one step of gradient descent on numbers: W, α g, W after, and whether anything
/// changed.
public struct UpdateTable<Scalar: RealScalar>: Equatable, Sendable {
    /// The update of one number.
    public struct Row: Equatable, Sendable {
        /// The number before.
        public let before: Scalar
        /// g, its gradient.
        public let gradient: Scalar
        /// α g, which is subtracted.
        public let step: Scalar
        /// The number after.
        public let after: Scalar
        /// The number of representable values between before and after, counting the last.
        public let unitsInTheLastPlace: Int
        /// Indicates whether the number has changed.
        public var hasChanged: Bool { before != after }
    }

    /// α, the learning rate.
    public let learningRate: Scalar

    /// The updates, in the order of the numbers.
    public let rows: [Row]

    /// Computes the updates W = W - α g.
    ///
    /// - Throws: `RecurrentError.shapeMismatch` if the numbers of values and gradients differ, and
    ///   `.invalidValue` for a learning rate that is negative or not finite.
    public init(
        _ before: [Scalar], gradient: [Scalar], learningRate: Scalar
    ) throws(RecurrentError) {
        try checkSetting("the learning rate", Double(learningRate), from: 0)
        guard before.count == gradient.count else {
            throw .shapeMismatch(
                operation: "an update of \(before.count) numbers",
                needed: "\(before.count) gradients", given: "\(gradient.count)")
        }
        self.learningRate = learningRate
        rows = zip(before, gradient).map { before, gradient in
            let step = learningRate * gradient
            let after = before - step
            return Row(
                before: before, gradient: gradient, step: step, after: after,
                unitsInTheLastPlace: before.steps(to: after))
        }
    }

    /// Computes the updates of a matrix.
    ///
    /// - Throws: `RecurrentError.shapeMismatch` if the shapes differ, and `.invalidValue` for a
    ///   learning rate that is negative or not finite.
    public init(
        _ before: Matrix<Scalar>, gradient: Matrix<Scalar>, learningRate: Scalar
    ) throws(RecurrentError) {
        guard before.shape == gradient.shape else {
            throw .shapeMismatch(
                operation: "an update", needed: "a gradient of shape \(before.shape)",
                given: "\(gradient.shape)")
        }
        try self.init(before.elements, gradient: gradient.elements, learningRate: learningRate)
    }

    /// The number of changed values.
    public var changedCount: Int { rows.count { $0.hasChanged } }
}

extension RealScalar {
    /// Returns the number of representable values between this number and another, counting the
    /// last.
    ///
    /// Returns the largest integer if one of them is not finite or the result would overflow.
    func steps(to other: Self) -> Int {
        guard isFinite, other.isFinite else { return self == other ? 0 : Int.max }
        let (low, high) = (min(place, other.place), max(place, other.place))
        return Int(clamping: UInt(bitPattern: high &- low))
    }

    /// The index of the number among all of its type, with 0 at 0.
    private var place: Int {
        let position = Int(exponentBitPattern) << Self.significandBitCount
        let magnitude = position | Int(truncatingIfNeeded: significandBitPattern)
        return sign == .minus ? -magnitude : magnitude
    }
}
