extension StepUpdates: CustomStringConvertible {
    /// The number of steps, and of those that change no weight by themselves.
    public var description: String {
        let still = steps.count { $0.allSatisfy { $0.changedCount == 0 } }
        return "\(steps.count.of("step")), \(still) of which change no weight with "
            + "α = \(learningRate)"
    }
}

extension InputInfluence: CustomStringConvertible {
    /// The number of outputs, and the range of the norms.
    public var description: String {
        let norms = rows.flatMap { $0 }
        return "\(rows.count.of("output")), norms from \(norms.min() ?? 0) to \(norms.max() ?? 0)"
    }
}

extension Attribution: CustomStringConvertible {
    /// The difference, and the contribution of each step.
    public var description: String {
        "difference \(difference) = \(baseline) without input, and for each step \(contributions)"
    }
}
