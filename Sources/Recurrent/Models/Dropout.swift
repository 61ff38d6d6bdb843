/// The dropout of a model in training: signals are zero at random, and the others are divided by the
/// probability to be kept, so that their mean stays the same.
///
/// Only training drops signals; losses, outputs and metrics are computed with all of them.
/// - Source: Srivastava et al. 2014; between layers as in Zaremba et al. 2014, arXiv:1409.2329, and in
///   PyTorch.
public struct Dropout: Hashable, Sendable {
    /// The probability to drop a number of the output of every layer but the last.
    public let betweenLayers: Double

    /// The probability to drop a number of the states that the read-out reads.
    public let beforeReadOut: Double

    /// The source of random numbers.
    package private(set) var generator: Xoshiro256

    /// Creates a dropout.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a probability that is not from 0 to below 1.
    public init(
        betweenLayers: Double = 0, beforeReadOut: Double = 0, seed: UInt64
    ) throws(RecurrentError) {
        try self.init(
            betweenLayers: betweenLayers, beforeReadOut: beforeReadOut,
            generator: Xoshiro256(seed: seed))
    }

    /// Creates a dropout that continues with a generator.
    package init(
        betweenLayers: Double, beforeReadOut: Double, generator: Xoshiro256
    ) throws(RecurrentError) {
        for (name, value) in [("layers", betweenLayers), ("the read-out", beforeReadOut)] {
            guard value >= 0, value < 1 else {
                throw .invalidValue(
                    name: "the dropout of \(name)", value: "\(value)",
                    needed: "from 0 to below 1")
            }
        }
        self.betweenLayers = betweenLayers
        self.beforeReadOut = beforeReadOut
        self.generator = generator
    }

    /// Draws the masks of one pass.
    ///
    /// - Parameters:
    ///   - stack: the layers of the pass.
    ///   - steps: T.
    ///   - count: B.
    ///   - isReadAtEveryStep: whether there are outputs at every step, and not after the last ones.
    mutating func masks<Scalar: RealScalar>(
        for stack: RecurrentStack<Scalar>, steps: Int, count: Int, isReadAtEveryStep: Bool
    ) -> DropoutMasks<Scalar> {
        let size = steps * count * stack.outputSize
        var masks = DropoutMasks<Scalar>()
        if betweenLayers > 0 {
            for _ in stack.layers.dropLast() { masks.layers.append(mask(size, betweenLayers)) }
        }
        if beforeReadOut > 0 {
            let rows = isReadAtEveryStep ? steps * count : count
            masks.readOut = mask(rows * stack.outputSize, beforeReadOut)
        }
        return masks
    }

    /// Draws factors, 0 or 1/(1 - p).
    private mutating func mask<Scalar: RealScalar>(
        _ count: Int, _ probability: Double
    ) -> [Scalar] {
        let kept = Scalar(1 / (1 - probability))
        return (0..<count).map { _ in generator.uniform() < probability ? 0 : kept }
    }
}

/// The factors of the signals of one pass in training.
struct DropoutMasks<Scalar: RealScalar>: Sendable {
    /// The factors of the outputs of each layer but the last, `[T·B·H]`; empty for 1 everywhere.
    var layers: [[Scalar]] = []

    /// The factors of the states that the read-out reads; `nil` for 1 everywhere.
    var readOut: [Scalar]?

    /// Returns the factors of the output of a layer, or `nil` for 1 everywhere.
    func ofLayer(_ index: Int) -> [Scalar]? {
        layers.indices.contains(index) ? layers[index] : nil
    }
}

extension RecurrentModel {
    /// Returns the loss of an example and its gradient in training: with dropout, if the model has some.
    ///
    /// - Throws: `RecurrentError` if the shapes of the example do not match.
    public mutating func lossAndGradient(
        advancingOver example: Batch<Scalar>
    ) throws(RecurrentError) -> (loss: Scalar, gradient: ParameterSet<Scalar>) {
        let pass = try trainingPass(over: example)
        return (pass.loss, try backward(pass).gradient)
    }

    /// Runs the model on a batch as in training: with new masks of its dropout.
    ///
    /// - Parameter states: the states before the first step; `nil` means zeros.
    /// - Throws: `RecurrentError` if shapes, tokens or classes do not match.
    public mutating func trainingPass(
        over batch: Batch<Scalar>, from states: [LayerState<Scalar>]? = nil
    ) throws(RecurrentError) -> ModelPass<Scalar> {
        let masks = dropout?.masks(
            for: stack, steps: batch.input.steps, count: batch.input.count,
            isReadAtEveryStep: batch.target.isAtEveryStep)
        return try forward(batch, from: states, dropping: masks)
    }
}

extension Array where Element: RealScalar {
    /// Multiplies numbers by factors, or by 1 for `nil`.
    mutating func multiply(by factors: [Element]?) {
        guard let factors else { return }
        for index in indices { self[index] *= factors[index] }
    }
}
