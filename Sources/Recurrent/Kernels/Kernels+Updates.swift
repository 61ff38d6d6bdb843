internal import CVectorKernels

extension Kernels {
    /// Performs one step of Adam on some parameters, with the running means at the given addresses.
    ///
    /// - Parameters:
    ///   - step: β₁, β₂, the rate and the root with their corrections, and ε.
    ///   - decay: the fraction of a parameter that is kept, and its multiple that is added to the
    ///     gradient.
    ///   - most: the largest means of squares so far; `nil` without AMSGrad.
    @inline(__always)
    func adam(
        _ count: Int,
        _ step: (first: Double, second: Double, rate: Double, root: Double, epsilon: Double),
        _ decay: (kept: Double, added: Double), _ values: Target<Scalar>,
        along gradients: Source<Scalar>, means: Target<Double>, squares: Target<Double>,
        most: Target<Double>?
    ) {
        var step = AdamStep(
            first: step.first, second: step.second, rate: step.rate, root: step.root,
            epsilon: step.epsilon, kept: decay.kept, added: decay.added)
        table.pointee.adam(count, &step, values, gradients, means, squares, most)
    }

    /// Returns the sum of the squares of some numbers, in double precision.
    @inline(__always)
    func sumOfSquares(_ count: Int, _ numbers: Source<Scalar>) -> Double {
        table.pointee.sum_of_squares(count, numbers)
    }

    /// Returns whether no number is infinite or NaN.
    @inline(__always)
    func areFinite(_ count: Int, _ numbers: Source<Scalar>) -> Bool {
        table.pointee.are_finite(count, numbers) != 0
    }
}

extension Tensor {
    /// Indicates whether no number is infinite or NaN.
    var isFinite: Bool {
        elements.withUnsafeBufferPointer { elements in
            guard let start = elements.baseAddress else { return true }
            return Kernels<Scalar>.plain.areFinite(elements.count, start)
        }
    }

    /// The Euclidean norm, if neither the norm nor a square overflows or underflows; otherwise not
    /// finite or 0.
    var plainNorm: Double {
        elements.withUnsafeBufferPointer { elements in
            guard let start = elements.baseAddress else { return 0 }
            return Kernels<Scalar>.plain.sumOfSquares(elements.count, start).squareRoot()
        }
    }
}
