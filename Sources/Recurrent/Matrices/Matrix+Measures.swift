extension Matrix {
    /// The square root of the sum of squares, computed so that squares neither over- nor underflow.
    public var norm: Scalar { Scalar(euclideanNorm(of: elements)) }

    /// The sum of all elements, in the order of rows.
    public var sum: Scalar { elements.reduce(0, +) }

    /// The largest absolute value of an element; 0 for an empty matrix, NaN where an element is.
    public var largestMagnitude: Scalar {
        elements.reduce(0) { $1.isNaN || $0.isNaN ? .nan : max($0, $1.magnitude) }
    }

    /// Whether every element is a finite number.
    public var isFinite: Bool { elements.allSatisfy { $0.isFinite } }
}

/// Returns the square root of the sum of squares, in double precision.
///
/// Infinite where a number is, or where the norm of finite numbers is beyond the largest number; NaN
/// where one is NaN.
package func euclideanNorm<Scalar: RealScalar>(of numbers: [Scalar]) -> Double {
    ScaledNorm(of: numbers).value
}

/// A norm as a power of two times a number near 1, so that it is known where it is too large or too
/// small to be written down.
struct ScaledNorm: Sendable {
    /// The power of two; not finite where some number is not.
    let scale: Double

    /// The norm of the numbers divided by `scale`.
    let rest: Double

    /// The norm; infinite where it is beyond the largest number.
    var value: Double { rest * scale }

    /// Whether all numbers are finite, be their norm too large to be written down or not.
    var isFinite: Bool { scale.isFinite && rest.isFinite }

    /// Returns a number divided by the norm.
    func share(of number: Double) -> Double {
        value.isFinite || !isFinite ? number / value : number / scale / rest
    }

    /// Measures some numbers.
    ///
    /// They are divided by the largest power of two among them first, which is exact, so that 1e200
    /// has a norm although its square has none.
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
        // The inverse of a power of two is exact, where it is not too large to be written down.
        let inverse = 1 / scale
        var sum = 0.0
        for number in numbers {
            let scaled = inverse.isFinite ? Double(number) * inverse : Double(number) / scale
            sum += scaled * scaled
        }
        self.init(scale: scale, rest: sum.squareRoot())
    }

    /// Puts norms of parts together.
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

    /// Takes a power of two and a number.
    private init(scale: Double, rest: Double) {
        self.scale = scale
        self.rest = rest
    }
}
