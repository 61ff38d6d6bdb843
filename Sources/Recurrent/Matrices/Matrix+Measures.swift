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
/// Numbers are divided by the largest power of two among them first, which is exact, so that 1e200
/// has a norm although its square has none. Infinite where a number is, NaN where one is NaN.
@_specialize(where Scalar == Double)
@_specialize(where Scalar == Float)
func euclideanNorm<Scalar: RealScalar>(of numbers: [Scalar]) -> Double {
    var largest: Scalar = 0
    for number in numbers { largest = max(largest, number.magnitude) }
    guard largest > 0, largest < .infinity else {
        return numbers.contains(where: \.isNaN) ? .nan : Double(largest)
    }
    let scale = Double(sign: .plus, exponent: Int(largest.exponent), significand: 1)
    var sum = 0.0
    for number in numbers {
        let scaled = Double(number) / scale
        sum += scaled * scaled
    }
    return sum.squareRoot() * scale
}
