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

    /// The rule with everything that it remembers, to be kept in a file; nil where it cannot be.
    var snapshot: OptimizerSnapshot? { get }
}

extension Optimizer {
    /// Nothing: a rule of one's own is kept only where it says how.
    public var snapshot: OptimizerSnapshot? { nil }
}
