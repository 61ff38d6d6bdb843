/// Returns an integer power of a number by repeated multiplication from the left.
///
/// This is the product of equal factors by which a gradient changes over several steps; 0.5^10 and
/// 1.5^10 are exact.
///
/// - Parameters:
///   - base: the factor of every step.
///   - exponent: the number of steps; a negative one yields the reciprocal.
/// - Returns: `base` to the power of `exponent`.
public func power<Scalar: RealScalar>(_ base: Scalar, _ exponent: Int) -> Scalar {
    var product: Scalar = 1
    for _ in 0..<exponent.magnitude { product *= base }
    return exponent < 0 ? 1 / product : product
}
