/// An Elman network trained with an additional penalty on changes of its gradients' norms.
///
/// The loss is L + λ Ω. As in the paper, only the dependence of Ω on W is differentiated, with
/// states and slopes held constant, so the gradient is not the total derivative: a gradient check
/// differs by the omitted terms.
///
/// ```swift
/// let network = ElmanNetwork(W: 0.5, U: 1, V: 1)
/// let example = try ElmanExample(SequenceBatch([1, 0.5, -0.5]), target: 1)
/// var learner = RegularizedElmanNetwork(network, weight: 4)
/// try learner.train(on: example, Training(steps: 10, optimizer: SGD(learningRate: 0.01)))
/// ```
///
/// - Source: Pascanu, Mikolov and Bengio 2013, arXiv:1211.5063, section 3.3.
public struct RegularizedElmanNetwork<Scalar: RealScalar>: Learner, Equatable, Sendable {
    /// The network that is trained.
    public var network: ElmanNetwork<Scalar>

    /// λ, the weight of Ω, at least 0.
    public var weight: Scalar

    /// Creates a learner from a network.
    ///
    /// The weight is checked when it is used.
    public init(_ network: ElmanNetwork<Scalar>, weight: Scalar) {
        self.network = network
        self.weight = weight
    }

    /// The parameters of the network.
    public var parameters: ParameterSet<Scalar> { network.parameters }

    /// Loads the parameters of the network.
    ///
    /// - Throws: `RecurrentError` if one is missing or has another shape.
    public mutating func load(_ parameters: ParameterSet<Scalar>) throws(RecurrentError) {
        try network.load(parameters)
    }

    /// Returns L + λ Ω of an example.
    ///
    /// - Throws: `RecurrentError` if the shapes of the example do not match, or λ is negative or
    ///   not finite.
    public func loss(of example: ElmanExample<Scalar>) throws(RecurrentError) -> Scalar {
        try lossAndGradient(of: example).loss
    }

    /// Returns L + λ Ω of an example and its gradient, with that of Ω only with respect to W.
    ///
    /// - Throws: `RecurrentError` if the shapes of the example do not match, or λ is negative or
    ///   not finite.
    public func lossAndGradient(
        of example: ElmanExample<Scalar>
    ) throws(RecurrentError) -> (loss: Scalar, gradient: ParameterSet<Scalar>) {
        try checkSetting("the weight of the regularizer", Double(weight), from: 0)
        let pass = try network.forward(example)
        let story = try network.backward(pass)
        let regularizer = story.vanishingRegularizer
        var gradient = story.gradient
        gradient.W = try gradient.W + weight * regularizer.gradient
        return (pass.loss + weight * regularizer.value, gradient.parameters)
    }

    /// Returns the first non-finite number of the forward and backward passes of an example.
    public func firstNonFinite(on example: ElmanExample<Scalar>) -> NonFiniteFinding? {
        network.firstNonFinite(on: example)
    }
}
