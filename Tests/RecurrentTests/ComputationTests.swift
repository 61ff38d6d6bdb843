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
        inputs: Int = 11, hidden: Int = 37, lengths: [Int]? = nil, of type: Scalar.Type
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
        let story = try layer.backward(pass, outputGradient: batch(hidden))
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

    @Test(arguments: [RecurrentCell.elman, .lstm, .gru])
    func numbersOfThreadsAgree(cell: RecurrentCell) throws {
        func run(_ threads: Int) throws -> [Double] {
            try numbers(
                cell, Computation(threads: threads), steps: 40, count: 16, inputs: 64, hidden: 256,
                of: Double.self)
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

    /// The bits of small passes, which must be these on every x86-64 processor.
    @Test(arguments: zip(cells, goldenBits))
    func smallSizesGiveTheSameBitsEverywhere(cell: RecurrentCell, golden: [UInt64]) throws {
        let double = try numbers(cell, Computation(), of: Double.self).map(\.bitPattern)
        let single = try numbers(cell, Computation(), of: Float.self).map { UInt64($0.bitPattern) }
        #expect([hash(double), hash(single)] == golden)
    }

    /// FNV-1a over words.
    private func hash(_ words: [UInt64]) -> UInt64 {
        words.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ $1) &* 0x100_0000_01b3 }
    }

    /// Hashes of double and single precision, in the order of the cells.
    private static let goldenBits: [[UInt64]] = [
        [14_229_092_028_591_649_024, 4_473_194_958_421_153_231],
        [17_148_983_514_213_429_886, 15_913_823_336_203_674_600],
        [4_194_727_655_970_684_210, 3_529_759_018_924_202_652],
        [9_061_668_800_927_650_184, 214_496_246_271_296_645],
        [17_489_930_302_632_396_141, 5_014_208_952_879_687_424],
        [11_206_397_516_579_961_809, 7_303_809_492_280_771_044],
        [2_898_699_503_575_079_369, 13_473_677_604_887_263_296],
    ]
}
