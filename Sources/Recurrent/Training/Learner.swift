/// Something with parameters and a loss, which training and gradient checks can work on.
public protocol Learner<Scalar> {
    /// The number type.
    associatedtype Scalar: RealScalar

    /// What a loss is computed from: inputs and what should come out.
    associatedtype Example

    /// All parameters, by name.
    var parameters: ParameterSet<Scalar> { get }

    /// Takes over parameters with the names and shapes of `parameters`.
    ///
    /// - Throws: `RecurrentError` where one is missing or has another shape.
    mutating func load(_ parameters: ParameterSet<Scalar>) throws(RecurrentError)

    /// Returns the loss of an example.
    ///
    /// - Throws: `RecurrentError` where the example does not fit.
    func loss(of example: Example) throws(RecurrentError) -> Scalar

    /// Returns the loss of an example and its gradient, under the names of the parameters.
    ///
    /// - Throws: `RecurrentError` where the example does not fit.
    func lossAndGradient(
        of example: Example
    ) throws(RecurrentError) -> (loss: Scalar, gradient: ParameterSet<Scalar>)
}
