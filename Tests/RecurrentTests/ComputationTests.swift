import Recurrent
import Testing

@Suite struct ComputationTests {
    private static let cells: [RecurrentCell] = [
        .elman, .elman(.sigmoid), .elman(.hardSigmoid), .lstm, .lstm(forgetGate: false), .gru,
        .gru(reset: .beforeProduct),
    ]

    /// Everything that a pass over some sizes computes, as one list of numbers.
    private func numbers<Scalar: RealScalar>(
        _ cell: RecurrentCell, _ computation: Computation, steps: Int = 6, count: Int = 9,
        inputs: Int = 11, hidden: Int = 37, lengths: [Int]? = nil, truncatedAfter reach: Int? = nil,
        of type: Scalar.Type
    ) throws -> [Scalar] {
        var generator = Xoshiro256(seed: 3)
        var layer = try RecurrentLayer<Scalar>(
            cell, inputs: inputs, hidden: hidden, using: &generator)
        layer.computation = computation
        func batch(_ features: Int) throws -> SequenceBatch<Scalar> {
            try SequenceBatch(
                steps: steps, count: count, features: features,
                elements: (0..<steps * count * features).map { _ in Scalar(generator.normal()) },
                lengths: lengths)
        }
        let pass = try layer.forward(batch(inputs))
        let story = try layer.backward(
            pass, outputGradient: batch(hidden), truncatedAfter: reach)
        let gradient = story.gradient
        return pass.output.elements + gradient.weightIH.elements + gradient.weightHH.elements
            + gradient.biasIH.elements + gradient.biasHH.elements + story.inputGradient.elements
    }

    private func difference<Scalar: RealScalar>(_ a: [Scalar], _ b: [Scalar]) -> Double {
        let scale = b.reduce(0) { max($0, abs(Double($1))) }
        return zip(a, b).reduce(0) { max($0, abs(Double($1.0 - $1.1))) } / scale
    }

    @Test(arguments: cells, [nil, [6, 1, 3, 3, 6, 2, 5, 6, 4]])
    func fastKernelsAgreeWithPlainLoops(cell: RecurrentCell, lengths: [Int]?) throws {
        let plain = Computation(path: .plain)
        let fast = Computation(path: .fast, threads: 1)
        #expect(
            try difference(
                numbers(cell, fast, lengths: lengths, of: Double.self),
                numbers(cell, plain, lengths: lengths, of: Double.self)) < 1e-14)
        #expect(
            try difference(
                numbers(cell, fast, lengths: lengths, of: Float.self),
                numbers(cell, plain, lengths: lengths, of: Float.self)) < 1e-5)
    }

    @Test(arguments: [1, 2, 3, 5, 7, 13, 40], [RecurrentCell.lstm, .gru])
    func fastKernelsAgreeForEveryNumberOfRows(count: Int, cell: RecurrentCell) throws {
        for hidden in [1, 8, 70] {
            let fast = Computation(path: .fast, threads: 1)
            #expect(
                try difference(
                    numbers(
                        cell, fast, steps: 3, count: count, hidden: hidden, of: Double.self),
                    numbers(
                        cell, Computation(path: .plain), steps: 3, count: count, hidden: hidden,
                        of: Double.self)) < 1e-14)
        }
    }

    /// More rows and a longer inner index than the kernels take at once, neither of them even.
    @Test func fastKernelsAgreeForProductsOfSeveralBlocks() throws {
        func run<Scalar: RealScalar>(
            _ path: Computation.Path, of type: Scalar.Type
        ) throws -> [Scalar] {
            try numbers(
                .elman, Computation(path: path, threads: 1), steps: 2, count: 101, inputs: 333,
                hidden: 130, of: type)
        }
        #expect(
            try difference(run(.fast, of: Double.self), run(.plain, of: Double.self)) < 1e-14)
        #expect(try difference(run(.fast, of: Float.self), run(.plain, of: Float.self)) < 1e-5)
    }

    /// Whole sequences, and ragged ones through which gradients go back for 13 steps only.
    @Test(arguments: cells, [false, true])
    func numbersOfThreadsAgree(cell: RecurrentCell, isRagged: Bool) throws {
        func run(_ threads: Int) throws -> [Double] {
            try numbers(
                cell, Computation(path: .fast, threads: threads), steps: 40, count: 16, inputs: 64,
                hidden: 256, lengths: isRagged ? (0..<16).map { 40 - $0 * 7 % 40 } : nil,
                truncatedAfter: isRagged ? 13 : nil, of: Double.self)
        }
        let one = try run(1)
        for threads in [2, 3] {
            let several = try run(threads)
            #expect(try several == run(threads))
            #expect(difference(several, one) < 1e-12)
        }
    }

    @Test func refusesToComputeOnNoThread() throws {
        var layer = RecurrentLayer<Double>(.elman, weightIH: 1, weightHH: 1)
        layer.computation.threads = 0
        #expect(
            message { try layer.forward(SequenceBatch([1.0])) }
                == "the number of threads is 0; it must be at least 1")
    }
}
