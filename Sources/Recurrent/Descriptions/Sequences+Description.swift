extension SequenceBatch: CustomStringConvertible {
    /// How many sequences there are, how long, of how many numbers a step.
    public var description: String {
        "\(count.of("sequence")) of \(steps.of("step")), \(features.of("feature"))"
    }
}

extension TokenBatch: CustomStringConvertible {
    /// How many sequences there are, and how long.
    public var description: String { "\(count.of("sequence")) of \(steps.of("token"))" }
}
