extension Batch {
    /// Returns a batch of some of the sequences, with their targets.
    ///
    /// - Parameter sequences: the indices of the sequences, counted from 0; one may occur repeatedly.
    /// - Throws: `RecurrentError` if there is none or one does not exist, or if the target has another
    ///   number of sequences than the input.
    public func choosing(sequences: [Int]) throws(RecurrentError) -> Batch {
        let count = input.count
        try checkCount("the number of sequences", sequences.count, from: 1)
        if let wrong = sequences.first(where: { !(0..<count).contains($0) }) {
            throw .invalidValue(
                name: "the sequence", value: "\(wrong)", needed: "from 0 to \(count - 1)")
        }
        let targets =
            switch target {
            case .classes(let classes): classes.count
            case .classesAtEveryStep(let classes): classes.count
            case .values(let values): values.rows
            case .valuesAtEveryStep(let values): values.count
            }
        guard targets == count else {
            throw .shapeMismatch(
                operation: "a batch of \(count) sequences", needed: "\(count) targets",
                given: "\(targets)")
        }
        return Batch(input.choosing(sequences), target.choosing(sequences))
    }

    /// Returns batches of the sequences in a random order; the last one may be smaller.
    ///
    /// - Parameters:
    ///   - size: the number of sequences per batch.
    ///   - seed: the seed of the random order.
    /// - Throws: `RecurrentError` for a size less than 1, or if the target does not match the input.
    public func shuffledBatches(of size: Int, seed: UInt64) throws(RecurrentError) -> [Batch] {
        try checkCount("the size of a batch", size, from: 1)
        var generator = Xoshiro256(seed: seed)
        let order = generator.shuffled(Array(0..<input.count))
        var batches: [Batch] = []
        for start in stride(from: 0, to: order.count, by: size) {
            batches.append(
                try choosing(sequences: Array(order[start..<min(start + size, order.count)])))
        }
        return batches
    }
}

extension SequenceInput {
    /// Returns some of the sequences.
    fileprivate func choosing(_ sequences: [Int]) -> SequenceInput {
        switch self {
        case .values(let batch): .values(batch.choosing(sequences))
        case .tokens(let batch): .tokens(batch.choosing(sequences))
        }
    }
}

extension SequenceTarget {
    /// Returns the targets of some of the sequences.
    fileprivate func choosing(_ sequences: [Int]) -> SequenceTarget {
        switch self {
        case .classes(let classes): .classes(sequences.map { classes[$0] })
        case .classesAtEveryStep(let classes):
            .classesAtEveryStep(sequences.map { classes[$0] })
        case .values(let values):
            .values(
                Matrix(
                    Shape(sequences.count, values.columns),
                    unchecked: sequences.flatMap { values.row($0).elements }))
        case .valuesAtEveryStep(let values): .valuesAtEveryStep(values.choosing(sequences))
        }
    }
}

extension SequenceBatch {
    /// Returns some of the sequences.
    fileprivate func choosing(_ sequences: [Int]) -> SequenceBatch {
        var chosen: [Scalar] = []
        chosen.reserveCapacity(steps * sequences.count * features)
        for step in 0..<steps {
            for sequence in sequences {
                let start = (step * count + sequence) * features
                chosen += elements[start..<start + features]
            }
        }
        return SequenceBatch(
            steps: steps, count: sequences.count, features: features,
            lengths: lengths.map { all in sequences.map { all[$0] } }, unchecked: chosen)
    }
}

extension TokenBatch {
    /// Returns some of the sequences.
    fileprivate func choosing(_ sequences: [Int]) -> TokenBatch {
        TokenBatch(
            steps: steps, count: sequences.count,
            unchecked: (0..<steps).flatMap { step in
                sequences.map { tokens[step * count + $0] }
            }, lengths: lengths.map { all in sequences.map { all[$0] } })
    }
}
