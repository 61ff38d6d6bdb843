import Testing

@testable import Recurrent

/// Kernels whose results must not depend on the processor yield identical bits with vectors of every
/// width.
@Suite struct KernelBitsTests {
    /// The levels of this processor.
    private static var levels: [InstructionSet] {
        InstructionSet.allCases.filter { $0 <= .ofProcessor }
    }

    private static let cells: [RecurrentCell] =
        Activation.allCases.map { .elman($0) } + [
            .lstm, .lstm(forgetGate: false), .gru, .gru(reset: .beforeProduct), .minGRU, .minLSTM,
            .own(EveryOperation()),
        ]

    /// Returns all results of a layer's passes, as bits.
    private func bits<Scalar: RealScalar>(
        _ layer: RecurrentLayer<Scalar>, _ input: SequenceBatch<Scalar>,
        _ asked: SequenceBatch<Scalar>, _ level: InstructionSet
    ) throws -> [Scalar] {
        var layer = layer
        layer.computation = Computation(path: .plain, threads: 1, instructions: level)
        let pass = try layer.forward(input)
        let story = try layer.backward(pass, outputGradient: asked)
        return pass.output.elements + story.gradient.parts.flatMap(\.gradient.elements)
            + story.inputGradient.elements
    }

    private func check<Scalar: RealScalar>(
        _ cell: RecurrentCell, _ seed: UInt64, of type: Scalar.Type
    ) throws {
        var generator = Xoshiro256(seed: seed)
        // Every rest of a division by the widths of vectors and tiles.
        let hidden = 1 + generator.integer(below: 40)
        let (inputs, count) = (1 + generator.integer(below: 20), 1 + generator.integer(below: 9))
        let steps = 1 + generator.integer(below: 5)
        let layer = try RecurrentLayer<Scalar>(
            cell, inputs: inputs, hidden: hidden, using: &generator)
        func batch(_ features: Int) throws -> SequenceBatch<Scalar> {
            try SequenceBatch(
                steps: steps, count: count, features: features,
                elements: (0..<steps * count * features).map { _ in Scalar(2 * generator.normal()) }
            )
        }
        let (input, asked) = (try batch(inputs), try batch(hidden))
        let expected = try bits(layer, input, asked, .baseline)
        for level in Self.levels {
            #expect(
                try bits(layer, input, asked, level) == expected,
                "\(cell), \(level), seed \(seed)")
        }
    }

    @Test(arguments: cells)
    func passesHaveTheSameBitsWithVectorsOfEveryWidth(cell: RecurrentCell) throws {
        for seed in 1...25 {
            try check(cell, UInt64(seed), of: Double.self)
            try check(cell, UInt64(seed), of: Float.self)
        }
    }

    /// The rule of Adam as it is written in the paper, for one number.
    private func adam(
        _ step: AdamRule, _ value: Double, _ gradient: Double, _ memory: inout [Double]
    ) -> Double {
        let g = gradient + step.added * value
        memory[0] = step.first * memory[0] + (1 - step.first) * g
        memory[1] = step.second * memory[1] + (1 - step.second) * g * g
        var square = memory[1]
        if step.isAMSGrad {
            square = max(square, memory[2])
            memory[2] = square
        }
        return step.kept * value - step.rate * memory[0]
            / (square.squareRoot() / step.root + step.epsilon)
    }

    /// The numbers of a step of Adam.
    private struct AdamRule {
        let first = 0.9, second = 0.99, rate = 0.3, root = 0.7, epsilon = 1e-8
        let kept: Double
        let added: Double
        let isAMSGrad: Bool
    }

    private func checkAdam<Scalar: RealScalar>(
        _ count: Int, _ rule: AdamRule, of type: Scalar.Type
    ) {
        var generator = Xoshiro256(seed: UInt64(count))
        func numbers() -> [Scalar] {
            (0..<count).map { $0 % 7 == 3 ? 0 : Scalar(generator.normal()) }
        }
        let (values, gradients) = (numbers(), numbers())
        var state = [Double](repeating: 0, count: 3 * count)
        for index in state.indices { state[index] = abs(generator.normal()) }
        var expected = values
        var expectedState = state
        for index in 0..<count {
            var memory = (0..<3).map { state[$0 * count + index] }
            expected[index] = Scalar(
                adam(rule, Double(values[index]), Double(gradients[index]), &memory))
            for kind in 0..<3 { expectedState[kind * count + index] = memory[kind] }
        }
        for level in Self.levels {
            for kernels in [Kernels<Scalar>.plain(level), .fast(level)] {
                var (found, foundState) = (values, state)
                found.withUnsafeMutableBufferPointer { values in
                    gradients.withUnsafeBufferPointer { gradients in
                        foundState.withUnsafeMutableBufferPointer { state in
                            guard let values = values.baseAddress,
                                let gradients = gradients.baseAddress,
                                let means = state.baseAddress
                            else { return }
                            kernels.adam(
                                count,
                                (rule.first, rule.second, rule.rate, rule.root, rule.epsilon),
                                (rule.kept, rule.added), values, along: gradients, means: means,
                                squares: means + count,
                                most: rule.isAMSGrad ? means + 2 * count : nil)
                        }
                    }
                }
                #expect(found == expected && foundState == expectedState, "\(level), \(count)")
            }
        }
    }

    @Test(arguments: 1...40)
    func adamIsItsRuleWithVectorsOfEveryWidth(count: Int) {
        for (kept, added) in [(1.0, 0.0), (0.99, 0), (1, 0.1)] {
            for isAMSGrad in [false, true] {
                let rule = AdamRule(kept: kept, added: added, isAMSGrad: isAMSGrad)
                checkAdam(count, rule, of: Double.self)
                checkAdam(count, rule, of: Float.self)
            }
        }
    }

    @Test(arguments: 1...70)
    func normsAndChecksHaveTheSameBits(count: Int) throws {
        var generator = Xoshiro256(seed: UInt64(count))
        let numbers = (0..<count).map { _ in generator.normal() }
        let single = numbers.map { Float($0) }
        let expected = Kernels<Double>.plain(.baseline).sumOfSquares(count, numbers)
        let exact = numbers.reduce(0) { $0 + $1 * $1 }
        #expect(expected.isWithin(1e-14, of: exact))
        let expectedSingle = Kernels<Float>.plain(.baseline).sumOfSquares(count, single)
        #expect(expectedSingle.isWithin(1e-6, of: exact))
        for level in Self.levels {
            let (double, float) = (Kernels<Double>.plain(level), Kernels<Float>.plain(level))
            #expect(double.sumOfSquares(count, numbers) == expected)
            #expect(float.sumOfSquares(count, single) == expectedSingle)
            #expect(double.areFinite(count, numbers) && float.areFinite(count, single))
            for index in 0..<count {
                for bad in [Double.nan, .infinity, -.infinity] {
                    var (wrong, wrongSingle) = (numbers, single)
                    wrong[index] = bad
                    wrongSingle[index] = Float(bad)
                    #expect(
                        !double.areFinite(count, wrong) && !float.areFinite(count, wrongSingle))
                }
            }
        }
    }

    /// Norms of gradients are right even where squares are not.
    @Test(arguments: [1e-200, 1e-150, 1e-30, 1, 1e30, 1e150, 1e200, 1e308])
    func normsOfUnclippedGradientsNeitherOverflowNorVanish(size: Double) throws {
        var gradient = ParameterSet<Double>()
        gradient.append("a", try Tensor(shape: [3], elements: [0.3 * size, 0, -0.4 * size]))
        gradient.append("b", try Tensor(shape: [1], elements: [1.2 * size]))
        let report = try Clipping.none.clip(gradient)
        #expect(report.normBefore.isWithin(1e-14, of: 1.3 * size) && report.gradient == gradient)
    }
}
