extension Loss {
    /// Returns the loss of outputs and its gradient.
    ///
    /// - Parameters:
    ///   - outputs: ŷ, one row per position.
    ///   - targets: y, one row per position; for cross-entropy the probabilities of classes.
    ///   - counted: the positions that have a target; `nil` for all.
    ///   - sequences: B, the number of sequences.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    func evaluate<Scalar: RealScalar>(
        _ outputs: Matrix<Scalar>, _ targets: Matrix<Scalar>, counted: [Bool]? = nil,
        sequences: Int
    ) throws(RecurrentError) -> (loss: Scalar, gradient: Matrix<Scalar>) {
        guard outputs.shape == targets.shape else {
            throw .shapeMismatch(
                operation: "a loss", needed: "targets of the outputs' shape \(outputs.shape)",
                given: "\(targets.shape)")
        }
        try check(targets, counted)
        try checkSettings(outputs: outputs.columns)
        let positions = counted?.count { $0 } ?? outputs.rows
        let divisor =
            weightedDivisor(targets, counted)
            ?? divisor(positions: positions, outputs: outputs.columns, sequences: sequences)
        var gradient = Matrix<Scalar>.zeros(outputs.shape)
        if case .equations(let recording) = cost {
            let total = try Self.ownCosts(
                recording, outputs, targets, counted: counted, divisor: divisor, into: &gradient)
            return (Scalar(total / divisor), gradient)
        }
        var total = 0.0
        for row in 0..<outputs.rows where counted?[row] ?? true {
            let range = row * outputs.columns..<(row + 1) * outputs.columns
            let part =
                switch cost {
                case .crossEntropy:
                    crossEntropy(outputs, targets, range, divisor, into: &gradient)
                case .huber(let δ):
                    huberCost(Scalar(δ), outputs, targets, range, divisor, into: &gradient)
                case .binaryCrossEntropy:
                    binaryCost(outputs, targets, range, divisor, into: &gradient)
                default: squaredError(outputs, targets, range, divisor, into: &gradient)
                }
            total += part
        }
        return (Scalar(total / divisor), gradient)
    }

    /// Throws if a counted target is not finite, or not a probability where one is required.
    private func check<Scalar: RealScalar>(
        _ targets: Matrix<Scalar>, _ counted: [Bool]?
    ) throws(RecurrentError) {
        let isOfProbabilities = isOfProbabilities
        for (index, target) in targets.elements.enumerated() {
            let row = index / targets.columns
            guard !target.isFinite || isOfProbabilities && !(0...1).contains(target),
                counted?[row] ?? true
            else { continue }
            let place = "the target of output \(index % targets.columns) in row \(row)"
            guard target.isFinite else { throw .nonFiniteData(place: place, value: "\(target)") }
            throw .invalidValue(
                name: place, value: "\(target)",
                needed: "from 0 to 1, the probability of a class, for a cross-entropy")
        }
    }

    /// Indicates whether targets are probabilities.
    private var isOfProbabilities: Bool { cost == .crossEntropy || cost == .binaryCrossEntropy }

    /// Indicates whether a position has one cost, and not one for every output.
    private var isPerPosition: Bool {
        switch cost {
        case .crossEntropy, .equations: true
        default: false
        }
    }

    /// Throws if δ is not positive, if there is not one weight of at least 0 for every class, or if
    /// the cost knows no classes.
    private func checkSettings(outputs: Int) throws(RecurrentError) {
        if case .huber(let δ) = cost {
            guard δ > 0, δ < .infinity else {
                throw .invalidValue(
                    name: "δ of the Huber loss", value: "\(δ)", needed: "a number over 0")
            }
        }
        guard let classWeights else { return }
        guard cost == .crossEntropy else {
            throw .invalidValue(
                name: "the cost", value: "\(cost.name)",
                needed: "a cross-entropy where classes have weights")
        }
        guard classWeights.count == outputs else {
            throw .shapeMismatch(
                operation: "a loss of \(outputs) classes", needed: "\(outputs) class weights",
                given: "\(classWeights.count)")
        }
        guard let index = classWeights.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) else {
            return
        }
        try checkSetting("the weight of class \(index)", classWeights[index], from: 0)
    }

    /// Returns the sum of the weights of the targets, by which a mean is divided if classes have
    /// weights.
    private func weightedDivisor<Scalar: RealScalar>(
        _ targets: Matrix<Scalar>, _ counted: [Bool]?
    ) -> Double? {
        guard let classWeights, reduction == .mean else { return nil }
        var sum = 0.0
        for row in 0..<targets.rows where counted?[row] ?? true {
            for column in 0..<targets.columns {
                sum += classWeights[column] * Double(targets[row, column])
            }
        }
        return sum > 0 ? sum : 1
    }

    /// Adds up the Huber costs of one position, and writes their gradient.
    private func huberCost<Scalar: RealScalar>(
        _ δ: Scalar, _ outputs: Matrix<Scalar>, _ targets: Matrix<Scalar>, _ range: Range<Int>,
        _ divisor: Double, into gradient: inout Matrix<Scalar>
    ) -> Double {
        var total = 0.0
        for index in range {
            let error = outputs.elements[index] - targets.elements[index]
            let isSmall = error.magnitude <= δ
            total += Double(
                isSmall ? error * error / 2 : δ * (error.magnitude - δ / 2))
            gradient.elements[index] =
                (isSmall ? error : error > 0 ? δ : error < 0 ? -δ : error) / Scalar(divisor)
        }
        return total
    }

    /// Adds up the binary cross-entropies of one position, and writes their gradient, σ(ŷ) - y.
    private func binaryCost<Scalar: RealScalar>(
        _ outputs: Matrix<Scalar>, _ targets: Matrix<Scalar>, _ range: Range<Int>,
        _ divisor: Double, into gradient: inout Matrix<Scalar>
    ) -> Double {
        var total = 0.0
        for index in range {
            let (logit, target) = (outputs.elements[index], targets.elements[index])
            total += ElementaryFunction.softplus.value(Double(logit)) - Double(logit * target)
            gradient.elements[index] = (Activation.sigmoid(logit) - target) / Scalar(divisor)
        }
        return total
    }

    /// Returns the divisor of the sum of costs.
    private func divisor(positions: Int, outputs: Int, sequences: Int) -> Double {
        switch reduction {
        case .sum: 1
        case .meanOverSequences: Double(sequences)
        case .mean: Double(max(1, isPerPosition ? positions : positions * outputs))
        }
    }

    /// Adds up the squared errors of one position, and computes their gradient.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    private func squaredError<Scalar: RealScalar>(
        _ outputs: Matrix<Scalar>, _ targets: Matrix<Scalar>, _ range: Range<Int>,
        _ divisor: Double, into gradient: inout Matrix<Scalar>
    ) -> Double {
        let isHalf = cost == .halfSquaredError
        var total = 0.0
        for index in range {
            let error = outputs.elements[index] - targets.elements[index]
            total += Double(error * error)
            gradient.elements[index] = (isHalf ? error : 2 * error) / Scalar(divisor)
        }
        return isHalf ? total / 2 : total
    }

    /// Computes the cross-entropy of one position in nats, and its gradient.
    ///
    /// With p the softmax of the outputs, the gradient is p Σ y - y.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    private func crossEntropy<Scalar: RealScalar>(
        _ outputs: Matrix<Scalar>, _ targets: Matrix<Scalar>, _ range: Range<Int>,
        _ divisor: Double, into gradient: inout Matrix<Scalar>
    ) -> Double {
        let logits = Array(outputs.elements[range])
        let probabilities = softmax(logits)
        var weight: Scalar = 0
        // What meets a class in the cost; 1 for all unless they have weights of their own.
        func factor(_ index: Int) -> Scalar {
            classWeights.map { Scalar($0[index - range.lowerBound]) } ?? 1
        }
        for index in range { weight += targets.elements[index] * factor(index) }
        let highest = logits.max() ?? 0
        var best = 0
        for (index, logit) in logits.enumerated() where logit == highest { best = index }
        // -log p_k = log Σ exp(x - max) - (x_k - max), and p of the largest is 1 / Σ exp(x - max).
        let logSum = -ElementaryFunctions.logarithm(Double(probabilities[best]))
        var total = 0.0
        for (offset, index) in range.enumerated() {
            let target = targets.elements[index] * factor(index)
            if target != 0 {
                total += Double(target) * (logSum - Double(logits[offset] - highest))
            }
            gradient.elements[index] =
                (probabilities[offset] * weight - target) / Scalar(divisor)
        }
        return total
    }
}

/// Returns exp(x) over the sum of all exp(x), computed from the differences to the largest.
///
/// - Returns: probabilities of as many classes as there are logits; they sum to 1.
public func softmax<Scalar: RealScalar>(_ logits: [Scalar]) -> [Scalar] {
    guard !logits.isEmpty else { return [] }
    return Array(unsafeUninitializedCapacity: logits.count) { buffer, count in
        count = logits.count
        guard let target = buffer.baseAddress else { return }
        logits.withUnsafeBufferPointer { source in
            guard let source = source.baseAddress else { return }
            Kernels.plain.softmax(rows: 1, columns: count, source, into: target)
        }
    }
}
