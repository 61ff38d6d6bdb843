extension Matrix {
    /// The Euclidean norm of all elements, computed without overflow and underflow of the squares.
    public var norm: Scalar { Scalar(euclideanNorm(of: elements)) }

    /// The sum of all elements, row by row.
    public var sum: Scalar { elements.reduce(0, +) }

    /// The largest absolute value of an element; 0 for an empty matrix, NaN if an element is NaN.
    public var largestMagnitude: Scalar {
        elements.reduce(0) { $1.isNaN || $0.isNaN ? .nan : max($0, $1.magnitude) }
    }

    /// Indicates whether every element is finite.
    public var isFinite: Bool { elements.allSatisfy { $0.isFinite } }
}

/// Returns the Euclidean norm of numbers in double precision.
///
/// It is infinite if a number is, or if the norm of finite numbers overflows; NaN if a number is
/// NaN.
package func euclideanNorm<Scalar: RealScalar>(of numbers: [Scalar]) -> Double {
    ScaledNorm(of: numbers).value
}

/// A norm as a power of two times a number near 1, so that it neither overflows nor underflows.
struct ScaledNorm: Sendable {
    /// The power of two; not finite if a number is not.
    let scale: Double

    /// The norm of the numbers divided by `scale`.
    let rest: Double

    /// The norm; infinite if it overflows.
    var value: Double { rest * scale }

    /// Indicates whether all numbers are finite, even if their norm overflows.
    var isFinite: Bool { scale.isFinite && rest.isFinite }

    /// Returns a number divided by the norm.
    func share(of number: Double) -> Double {
        value.isFinite || !isFinite ? number / value : number / scale / rest
    }

    /// Computes the norm of numbers.
    ///
    /// They are first divided by the largest power of two among them, which is exact, so that 1e200
    /// has a norm although its square overflows.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    init<Scalar: RealScalar>(of numbers: [Scalar]) {
        var largest: Scalar = 0
        for number in numbers { largest = max(largest, number.magnitude) }
        guard largest > 0, largest < .infinity else {
            let hasNone = numbers.contains(where: \.isNaN)
            self.init(scale: hasNone ? .nan : Double(largest), rest: 1)
            return
        }
        let scale = Double(sign: .plus, exponent: Int(largest.exponent), significand: 1)
        // The inverse of a power of two is exact unless it overflows.
        let inverse = 1 / scale
        var sum = 0.0
        for number in numbers {
            let scaled = inverse.isFinite ? Double(number) * inverse : Double(number) / scale
            sum += scaled * scaled
        }
        self.init(scale: scale, rest: sum.squareRoot())
    }

    /// Combines the norms of parts.
    init(of parts: [ScaledNorm]) {
        let largest = parts.reduce(0.0) { $1.scale.isNaN || $0.isNaN ? .nan : max($0, $1.scale) }
        guard largest > 0, largest < .infinity else {
            self.init(scale: largest, rest: 1)
            return
        }
        let sum = parts.reduce(0.0) { sum, part in
            let scaled = part.rest * (part.scale / largest)
            return sum + scaled * scaled
        }
        self.init(scale: largest, rest: sum.squareRoot())
    }

    /// Creates a norm from a power of two and a number.
    private init(scale: Double, rest: Double) {
        self.scale = scale
        self.rest = rest
    }
}
