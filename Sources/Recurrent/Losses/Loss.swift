/// The loss function of a network.
public struct Loss: Hashable, Sendable {
    /// The cost of one output or one position.
    public enum Cost: Sendable, Hashable {
        /// (ŷ - y)².
        case squaredError
        /// ½ (ŷ - y)², whose slope is ŷ - y.
        case halfSquaredError
        /// -Σ y log softmax(ŷ), in nats; the outputs ŷ are logits.
        case crossEntropy
        /// ½ e² for an error |e| ≤ δ, and δ (|e| - ½ δ) beyond.
        case huber(Double)
        /// -y log σ(ŷ) - (1 - y) log(1 - σ(ŷ)), in nats; the outputs ŷ are logits.
        case binaryCrossEntropy
        /// A user-defined function of outputs and targets; `Loss.own` makes it.
        case equations(Recording)
    }

    /// The reduction of a batch's costs to one number.
    public enum Reduction: Sendable, Hashable {
        /// The sum of all costs.
        case sum
        /// The sum divided by the number of sequences.
        case meanOverSequences
        /// The sum divided by the number of costs: outputs for squared errors, positions with a
        /// target for cross-entropy, as in PyTorch.
        case mean
    }

    /// The cost of one output or one position.
    public var cost: Cost

    /// The reduction of a batch's costs to one number.
    public var reduction: Reduction

    /// The weight of every class in a cross-entropy; `nil` for 1 each.
    public var classWeights: [Double]?

    /// The class that does not count where it is the target; `nil` for none.
    public var ignoredClass: Int?

    /// Creates a loss function.
    public init(_ cost: Cost, _ reduction: Reduction) {
        self.cost = cost
        self.reduction = reduction
    }

    /// ½ Σ (ŷ - y)².
    public static let halfSquaredError = Loss(.halfSquaredError, .sum)

    /// Σ (ŷ - y)².
    public static let squaredError = Loss(.squaredError, .sum)

    /// The mean of (ŷ - y)² over all outputs.
    public static let meanSquaredError = Loss(.squaredError, .mean)

    /// The mean of -log softmax(ŷ) at the target over all positions that have one, in nats.
    public static let crossEntropy = Loss(.crossEntropy, .mean)
}
