/// An optimizer, which moves parameters against a gradient.
///
/// Optimizers keep their state (momenta, mean squares) in double precision, and round once when
/// they write a parameter; plain gradient descent computes in the parameters' own precision.
public protocol Optimizer: Sendable {
    /// α, the learning rate.
    var learningRate: Double { get set }

    /// Updates parameters by one step.
    ///
    /// - Throws: `RecurrentError` if the gradient has other names or shapes, or a setting is out of
    ///   range.
    mutating func update<Scalar: RealScalar>(
        _ parameters: inout ParameterSet<Scalar>, along gradient: ParameterSet<Scalar>
    ) throws(RecurrentError)

    /// The optimizer with its whole state, to be stored in a file, or `nil` if it cannot be stored.
    var snapshot: OptimizerSnapshot? { get }
}

extension Optimizer {
    /// The default, `nil`: a custom optimizer can be stored only if it implements this.
    public var snapshot: OptimizerSnapshot? { nil }
}
