extension Clipping {
    /// Clips the gradients of a network.
    ///
    /// - Throws: `RecurrentError` for a limit that is not positive and, unless the policy is
    ///   `.pass`, for a number that is not finite.
    public func clip<Scalar: RealScalar>(
        _ gradient: ParameterSet<Scalar>, nonFinite: NonFinitePolicy = .throw
    ) throws(RecurrentError) -> ClipReport<ParameterSet<Scalar>> {
        var clipped = gradient
        let outcome = try apply(to: &clipped, nonFinite: nonFinite)
        return ClipReport(
            gradient: clipped, normBefore: outcome.before, normAfter: outcome.after,
            scale: outcome.scale, directionCosine: gradient.cosine(to: clipped),
            changedCount: gradient.differences(to: clipped))
    }

    /// Clips the gradients of a network in place; the rule `.none` only measures them, in one pass.
    ///
    /// - Returns: the norms before and after, and the factor of every number.
    /// - Throws: the errors of `clip(_:nonFinite:)`.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    func apply<Scalar: RealScalar>(
        to gradient: inout ParameterSet<Scalar>, nonFinite: NonFinitePolicy = .throw
    ) throws(RecurrentError) -> (before: Double, after: Double, scale: Double) {
        if self == .none {
            let norm = gradient.plainNorm
            // Unless a square overflowed, all numbers are finite.
            if nonFinite == .throw, !norm.isFinite { try gradient.checkFinite("gradient") }
            return (norm, norm, 1)
        }
        try checkLimit()
        let norms = gradient.tensors.map { ScaledNorm(of: $0.elements) }
        let norm = ScaledNorm(of: norms)
        if nonFinite == .throw, !norm.isFinite { try gradient.checkFinite("gradient") }
        var scale = 1.0
        var isChanged = true
        switch self {
        case .none: break
        case .slide, .value: gradient.change { _, number in limited(number) }
        case .globalNorm(let limit, let epsilon):
            let factor = ShrinkingFactor(norm: norm, limit: limit, epsilon: epsilon)
            scale = factor.value
            isChanged = scale != 1
            if isChanged { gradient.change { _, number in factor.times(number) } }
        case .normOfEachTensor(let limit):
            let factors = norms.map { ShrinkingFactor(norm: $0, limit: limit, epsilon: 0) }
            scale = factors.map(\.value).min() ?? 1
            gradient.change { tensor, number in
                factors[tensor].value == 1 ? number : factors[tensor].times(number)
            }
        }
        return (norm.value, isChanged ? gradient.norm : norm.value, scale)
    }

    /// Clips the gradient of one matrix.
    ///
    /// - Throws: `RecurrentError` for a limit that is not positive and, unless the policy is
    ///   `.pass`, for a number that is not finite.
    public func clip<Scalar: RealScalar>(
        _ gradient: Matrix<Scalar>, nonFinite: NonFinitePolicy = .throw
    ) throws(RecurrentError) -> ClipReport<Matrix<Scalar>> {
        var set = ParameterSet<Scalar>()
        set.append("the matrix", Tensor(gradient))
        let report = try clip(set, nonFinite: nonFinite)
        return ClipReport(
            gradient: try report.gradient.tensors[0].matrix, normBefore: report.normBefore,
            normAfter: report.normAfter, scale: report.scale,
            directionCosine: report.directionCosine, changedCount: report.changedCount)
    }

    /// Throws if the limit is not a positive number.
    private func checkLimit() throws(RecurrentError) {
        let (limit, epsilon): (Double, Double) =
            switch self {
            case .none: (1, 0)
            case .slide(let threshold): (threshold, 0)
            case .value(let limit), .normOfEachTensor(let limit): (limit, 0)
            case .globalNorm(let limit, let epsilon): (limit, epsilon)
            }
        guard limit > 0, limit < .infinity else {
            throw .invalidValue(
                name: "the clipping threshold", value: "\(limit)", needed: "a number over 0")
        }
        try checkSetting("epsilon", epsilon, from: 0)
    }

    /// Returns a number clipped by an element-wise rule.
    private func limited<Scalar: RealScalar>(_ number: Scalar) -> Scalar {
        switch self {
        case .slide(let threshold):
            number > Scalar(threshold) ? Scalar(threshold) : number
        case .value(let limit):
            number > Scalar(limit)
                ? Scalar(limit) : number < Scalar(-limit) ? Scalar(-limit) : number
        default: number
        }
    }
}

/// The factor that scales a gradient down to a limit.
private struct ShrinkingFactor {
    /// The factor, at most 1; NaN if the norm is NaN.
    let value: Double

    /// The norm of the gradient.
    private let norm: ScaledNorm

    /// The limit of the norm.
    private let limit: Double

    /// Computes the factor.
    init(norm: ScaledNorm, limit: Double, epsilon: Double) {
        self.norm = norm
        self.limit = limit
        let factor = limit / (norm.value + epsilon)
        value = norm.value.isNaN ? .nan : factor < 1 ? factor : 1
    }

    /// Returns a scaled number, in two steps if the factor itself would underflow.
    @inline(__always)
    func times<Scalar: RealScalar>(_ number: Scalar) -> Scalar {
        let factor = Scalar(value)
        guard norm.isFinite, !factor.isNormal else { return number * factor }
        return Scalar(Double(number) / norm.scale * (limit / norm.rest))
    }
}

extension ParameterSet {
    /// Replaces every number by a function of it and of the index of its tensor.
    @inline(__always)
    mutating func change(_ transform: (Int, Scalar) -> Scalar) {
        for tensor in tensors.indices {
            tensors[tensor].elements.withUnsafeMutableBufferPointer { numbers in
                for index in numbers.indices {
                    numbers[index] = transform(tensor, numbers[index])
                }
            }
        }
    }

    /// Returns the cosine of the angle to another set of the same shapes.
    func cosine(to other: ParameterSet) -> Double {
        let (a, b) = (scaledNorm, other.scaledNorm)
        var sum = 0.0
        for (mine, others) in zip(tensors, other.tensors) {
            for (x, y) in zip(mine.elements, others.elements) {
                sum += a.share(of: Double(x)) * b.share(of: Double(y))
            }
        }
        return sum
    }

    /// Returns the number of elements that differ from another set of the same shapes.
    func differences(to other: ParameterSet) -> Int {
        zip(tensors, other.tensors).reduce(0) { count, pair in
            count + zip(pair.0.elements, pair.1.elements).count { $0 != $1 }
        }
    }
}
