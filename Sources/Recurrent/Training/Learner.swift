/// A model with parameters and a loss, which can be trained and whose gradient can be checked.
public protocol Learner<Scalar> {
    /// The number type.
    associatedtype Scalar: RealScalar

    /// The input of a loss: inputs and targets.
    associatedtype Example

    /// All parameters by name.
    var parameters: ParameterSet<Scalar> { get }

    /// Loads parameters with the names and shapes of `parameters`.
    ///
    /// - Throws: `RecurrentError` if one is missing or has another shape.
    mutating func load(_ parameters: ParameterSet<Scalar>) throws(RecurrentError)

    /// Returns the loss of an example.
    ///
    /// - Throws: `RecurrentError` if the example does not match.
    func loss(of example: Example) throws(RecurrentError) -> Scalar

    /// Returns the loss of an example and its gradient, under the names of the parameters.
    ///
    /// - Throws: `RecurrentError` if the example does not match.
    func lossAndGradient(
        of example: Example
    ) throws(RecurrentError) -> (loss: Scalar, gradient: ParameterSet<Scalar>)

    /// Returns the loss of an example and its gradient, and may keep state for the next example;
    /// training calls this method.
    ///
    /// - Throws: `RecurrentError` if the example does not match.
    mutating func lossAndGradient(
        advancingOver example: Example
    ) throws(RecurrentError) -> (loss: Scalar, gradient: ParameterSet<Scalar>)

    /// Returns the first non-finite number of the forward and backward passes of an example.
    ///
    /// Training calls it when a loss or a gradient is not finite, to report the origin.
    func firstNonFinite(on example: Example) -> NonFiniteFinding?
}

extension Learner {
    /// Returns the loss of an example and its gradient, without keeping state.
    ///
    /// - Throws: `RecurrentError` if the example does not match.
    public mutating func lossAndGradient(
        advancingOver example: Example
    ) throws(RecurrentError) -> (loss: Scalar, gradient: ParameterSet<Scalar>) {
        try lossAndGradient(of: example)
    }

    /// The default, `nil`: not every learner can locate it.
    public func firstNonFinite(on example: Example) -> NonFiniteFinding? { nil }
}
