extension Clipping {
    /// Clips the gradients of a network.
    ///
    /// - Throws: `RecurrentError` for a limit that is not over zero, and, unless the policy lets it
    ///   pass, for a number that is not finite.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    public func clip<Scalar: RealScalar>(
        _ gradient: ParameterSet<Scalar>, nonFinite: NonFinitePolicy = .throw
    ) throws(RecurrentError) -> ClipReport<ParameterSet<Scalar>> {
        try checkLimit()
        if nonFinite == .throw { try gradient.checkFinite("gradient") }
        let norm = gradient.norm
        var clipped = gradient
        var scale = 1.0
        switch self {
        case .none, .slide, .value:
            clipped.change { _, number in limited(number) }
        case .globalNorm(let limit, let epsilon):
            scale = Self.factor(norm: norm, limit: limit, epsilon: epsilon)
            if scale != 1 { clipped.change { _, number in number * Scalar(scale) } }
        case .normOfEachTensor(let limit):
            let factors = gradient.tensors.map {
                Self.factor(norm: euclideanNorm(of: $0.elements), limit: limit, epsilon: 0)
            }
            scale = factors.min() ?? 1
            clipped.change { tensor, number in
                factors[tensor] == 1 ? number : number * Scalar(factors[tensor])
            }
        }
        return ClipReport(
            gradient: clipped, normBefore: norm, normAfter: clipped.norm, scale: scale,
            directionCosine: gradient.cosine(to: clipped),
            changedCount: gradient.differences(to: clipped))
    }

    /// Clips the gradient of one matrix.
    ///
    /// - Throws: `RecurrentError` for a limit that is not over zero, and, unless the policy lets it
    ///   pass, for a number that is not finite.
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

    /// Throws where a limit is not a number over zero.
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

    /// One number under a rule that treats each by itself.
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

    /// What a gradient of some norm is multiplied by.
    private static func factor(norm: Double, limit: Double, epsilon: Double) -> Double {
        guard !norm.isNaN else { return .nan }
        let factor = limit / (norm + epsilon)
        return factor < 1 ? factor : 1
    }
}

extension ParameterSet {
    /// Replaces every number by a function of it and of the position of its tensor.
    mutating func change(_ transform: (Int, Scalar) -> Scalar) {
        for tensor in tensors.indices {
            for index in tensors[tensor].elements.indices {
                tensors[tensor].elements[index] = transform(tensor, tensors[tensor].elements[index])
            }
        }
    }

    /// The cosine of the angle to another set of the same shapes.
    func cosine(to other: ParameterSet) -> Double {
        let (a, b) = (norm, other.norm)
        var sum = 0.0
        for (mine, others) in zip(tensors, other.tensors) {
            for (x, y) in zip(mine.elements, others.elements) {
                sum += (Double(x) / a) * (Double(y) / b)
            }
        }
        return sum
    }

    /// How many numbers differ from those of another set of the same shapes.
    func differences(to other: ParameterSet) -> Int {
        zip(tensors, other.tensors).reduce(0) { count, pair in
            count + zip(pair.0.elements, pair.1.elements).count { $0 != $1 }
        }
    }
}
