/// A rule that moves parameters against a gradient.
///
/// Rules keep their memory (momenta, mean squares) in double precision, and round once when they
/// write a parameter; plain gradient descent computes in the parameters' own precision.
public protocol Optimizer: Sendable {
    /// α, how far one step goes.
    var learningRate: Double { get set }

    /// Moves parameters by one step.
    ///
    /// - Throws: `RecurrentError` where the gradient has other names or shapes, or a setting makes
    ///   no sense.
    mutating func update<Scalar: RealScalar>(
        _ parameters: inout ParameterSet<Scalar>, along gradient: ParameterSet<Scalar>
    ) throws(RecurrentError)
}

/// Throws where a setting of an optimizer is not a finite number in its range.
func checkSetting(
    _ name: String, _ value: Double, from low: Double, to high: Double = .greatestFiniteMagnitude
) throws(RecurrentError) {
    guard value >= low, value <= high else {
        let range =
            low == -.greatestFiniteMagnitude
            ? "a finite number"
            : high == .greatestFiniteMagnitude
                ? "a finite number of at least \(low)" : "from \(low) to \(high)"
        throw .invalidValue(name: name, value: "\(value)", needed: range)
    }
}
