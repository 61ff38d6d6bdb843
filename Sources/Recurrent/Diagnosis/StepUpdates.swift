/// The changes of a layer's weights by the contribution of each single step to the gradient: a
/// contribution below half a unit in the last place of a weight changes nothing.
public struct StepUpdates<Scalar: RealScalar>: Equatable, Sendable {
    /// The effect of one step's contribution on one weight matrix.
    public struct Part: Equatable, Sendable {
        /// The name of the weight, such as `weightHH`.
        public let name: String
        /// The number of elements that change.
        public let changedCount: Int
        /// The number of elements of the weight.
        public let count: Int
        /// The largest change, counted in numbers of this precision; 0 if none changes.
        public let largestChange: Int
    }

    /// α, the learning rate.
    public let learningRate: Scalar

    /// For each step from 1 to T, the effect on each weight.
    public let steps: [[Part]]
}

extension LayerStory {
    /// Returns what W = W - α g would do to each weight if g were the contribution of one step alone.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a learning rate that is negative or not finite.
    public func stepUpdates(
        learningRate: Scalar
    ) throws(RecurrentError) -> StepUpdates<Scalar> {
        var steps: [[StepUpdates<Scalar>.Part]] = []
        for contribution in contributions {
            var parts: [StepUpdates<Scalar>.Part] = []
            for (name, gradient) in contribution.parts {
                guard let weight = pass.layer.weight(named: name) else { continue }
                let table = try UpdateTable(weight, gradient: gradient, learningRate: learningRate)
                parts.append(
                    StepUpdates<Scalar>.Part(
                        name: name, changedCount: table.changedCount, count: table.rows.count,
                        largestChange: table.rows.map(\.unitsInTheLastPlace).max() ?? 0))
            }
            steps.append(parts)
        }
        return StepUpdates(learningRate: learningRate, steps: steps)
    }
}

extension LayeredStory {
    /// Returns what the contribution of each step alone would do to the weights of a layer; of the
    /// uppermost one, forward, for `nil`.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a learning rate that is negative or not finite, or a
    ///   layer that does not exist.
    public func stepUpdates(
        learningRate: Scalar, layer: Int? = nil
    ) throws(RecurrentError) -> StepUpdates<Scalar> {
        try chosen(layer).stepUpdates(learningRate: learningRate)
    }
}

extension RecurrentLayer {
    /// Returns the weight with the name that it has in `LayerGradient.parts`.
    fileprivate func weight(named name: String) -> Matrix<Scalar>? {
        guard own.names.isEmpty else { return self[name] }
        return switch name {
        case "weightHH": weightHH
        case "weightIH": weightIH
        case "biasIH": biasIH
        default: nil
        }
    }
}
