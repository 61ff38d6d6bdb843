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

    /// Returns the loss of an example and its gradient, and may remember what the next example
    /// begins with; training calls this one.
    ///
    /// - Throws: `RecurrentError` where the example does not fit.
    mutating func lossAndGradient(
        advancingOver example: Example
    ) throws(RecurrentError) -> (loss: Scalar, gradient: ParameterSet<Scalar>)

    /// Finds the first number on the way to the loss of an example and back that is not finite.
    ///
    /// Training asks for it after a loss or a gradient was not finite, to say where it began.
    func firstNonFinite(on example: Example) -> NonFiniteFinding?
}

extension Learner {
    /// Returns the loss of an example and its gradient, and remembers nothing.
    ///
    /// - Throws: `RecurrentError` where the example does not fit.
    public mutating func lossAndGradient(
        advancingOver example: Example
    ) throws(RecurrentError) -> (loss: Scalar, gradient: ParameterSet<Scalar>) {
        try lossAndGradient(of: example)
    }

    /// Finds nothing: not every learner can say.
    public func firstNonFinite(on example: Example) -> NonFiniteFinding? { nil }
}
