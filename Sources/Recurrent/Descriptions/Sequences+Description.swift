extension SequenceBatch: CustomStringConvertible {
    /// The number and length of the sequences, and the number of features.
    public var description: String {
        "\(count.of("sequence")) of \(steps.of("step")), \(features.of("feature"))"
    }
}

extension TokenBatch: CustomStringConvertible {
    /// The number and length of the sequences.
    public var description: String { "\(count.of("sequence")) of \(steps.of("token"))" }
}
