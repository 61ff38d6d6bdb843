extension SequenceBatch {
    /// The batch with its last step first; lengths still refer to the original order.
    var reversedInTime: SequenceBatch {
        let width = count * features
        var reversed: [Scalar] = []
        reversed.reserveCapacity(elements.count)
        for t in stride(from: steps - 1, through: 0, by: -1) {
            reversed += elements[t * width..<(t + 1) * width]
        }
        return SequenceBatch(
            steps: steps, count: count, features: features, lengths: lengths, unchecked: reversed)
    }

    /// Returns the batch with another one's features appended in every step.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    func joined(with other: SequenceBatch) -> SequenceBatch {
        var joined: [Scalar] = []
        joined.reserveCapacity(elements.count + other.elements.count)
        for row in 0..<steps * count {
            joined += elements[row * features..<(row + 1) * features]
            joined += other.elements[row * other.features..<(row + 1) * other.features]
        }
        return SequenceBatch(
            steps: steps, count: count, features: features + other.features, lengths: lengths,
            unchecked: joined)
    }

    /// Returns a range of the features of every step.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    func features(_ range: Range<Int>) -> SequenceBatch {
        var chosen: [Scalar] = []
        chosen.reserveCapacity(steps * count * range.count)
        for row in 0..<steps * count {
            let start = row * features
            chosen += elements[start + range.lowerBound..<start + range.upperBound]
        }
        return SequenceBatch(
            steps: steps, count: count, features: range.count, lengths: lengths,
            unchecked: chosen)
    }

    /// Returns the sum of two batches of the same shape.
    func adding(_ other: SequenceBatch) -> SequenceBatch {
        var sum = self
        for index in sum.elements.indices { sum.elements[index] += other.elements[index] }
        return sum
    }
}
