/// An Elman network that learns its task and, beside it, to keep the norms of its gradients.
///
/// The loss is L + λ Ω. As in the paper, Ω is followed through W alone, with states and slopes held,
/// so that its gradient is not the whole derivative: a gradient check disagrees by what is left out.
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
    /// The network that learns.
    public var network: ElmanNetwork<Scalar>

    /// λ, the weight of Ω, at least 0.
    public var weight: Scalar

    /// Makes a learner of a network.
    ///
    /// The weight is checked when it is used.
    public init(_ network: ElmanNetwork<Scalar>, weight: Scalar) {
        self.network = network
        self.weight = weight
    }

    /// The parameters of the network.
    public var parameters: ParameterSet<Scalar> { network.parameters }

    /// Takes over the parameters of a network.
    ///
    /// - Throws: `RecurrentError` where one is missing or has another shape.
    public mutating func load(_ parameters: ParameterSet<Scalar>) throws(RecurrentError) {
        try network.load(parameters)
    }

    /// Returns L + λ Ω of an example.
    ///
    /// - Throws: `RecurrentError` where the example does not fit, or λ is negative or not finite.
    public func loss(of example: ElmanExample<Scalar>) throws(RecurrentError) -> Scalar {
        try lossAndGradient(of: example).loss
    }

    /// Returns L + λ Ω of an example and its gradient, that of Ω with respect to W alone.
    ///
    /// - Throws: `RecurrentError` where the example does not fit, or λ is negative or not finite.
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

    /// Finds the first number on the way to the loss of an example and back that is not finite.
    public func firstNonFinite(on example: ElmanExample<Scalar>) -> NonFiniteFinding? {
        network.firstNonFinite(on: example)
    }
}
