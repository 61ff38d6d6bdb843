import Glibc
import Recurrent
import SequenceTasks
import Testing

/// Tests that small sizes yield identical bits on every x86-64 processor, so that notebooks keep
/// their outputs.
@Suite struct BitsTests {
    private static let cells: [RecurrentCell] = [
        .elman, .elman(.sigmoid), .elman(.hardSigmoid), .lstm, .lstm(forgetGate: false), .gru,
        .gru(reset: .beforeProduct),
    ]

    /// Returns all results of a layer's passes, as one list of numbers.
    private func numbers<Scalar: RealScalar>(
        _ cell: RecurrentCell, of type: Scalar.Type
    ) throws -> [Scalar] {
        var generator = Xoshiro256(seed: 3)
        let layer = try RecurrentLayer<Scalar>(cell, inputs: 11, hidden: 37, using: &generator)
        func batch(_ features: Int) throws -> SequenceBatch<Scalar> {
            try SequenceBatch(
                steps: 6, count: 9, features: features,
                elements: (0..<54 * features).map { _ in Scalar(generator.normal()) })
        }
        let pass = try layer.forward(batch(11))
        let story = try layer.backward(pass, outputGradient: batch(37))
        let gradient = story.gradient
        return pass.output.elements + gradient.weightIH.elements + gradient.weightHH.elements
            + gradient.biasIH.elements + gradient.biasHH.elements + story.inputGradient.elements
    }

    @Test(arguments: zip(cells, goldenBits))
    func smallPassesGiveTheSameBits(cell: RecurrentCell, golden: [UInt64]) throws {
        let double = try numbers(cell, of: Double.self).map(\.bitPattern)
        let single = try numbers(cell, of: Float.self).map { UInt64($0.bitPattern) }
        #expect([hash(double), hash(single)] == golden)
    }

    @Test(arguments: zip([RecurrentCell.elman, .lstm, .gru], goldenRuns))
    func trainingGivesTheSameBits(cell: RecurrentCell, golden: UInt64) throws {
        var model = try RecurrentModel(
            cell, vocabulary: AgreementTask.vocabulary.count, embedding: 5, hidden: 7, outputs: 2,
            layers: 2, bidirectional: true, initialization: .keras, seed: 6)
        let history = try model.train(
            on: AgreementTask(),
            Training(
                steps: 25, batch: 8, seed: 7, optimizer: Adam(learningRate: 0.01),
                clipping: .globalNorm(limit: 1), schedule: .cosine(over: 25)))
        let probabilities = try model.probabilities(
            for: AgreementTask().batch(of: 9, seed: 8).input)
        let numbers =
            history.losses + model.parameters.tensors.flatMap(\.elements) + probabilities.elements
        #expect(hash(numbers.map(\.bitPattern)) == golden)
    }

    @Test func theStoryOfASmallNetworkHasTheSameBits() throws {
        var generator = Xoshiro256(seed: 5)
        let network = ElmanNetwork<Double>(
            W: try .orthogonal(6, scale: 1.1, using: &generator),
            U: try .normal(6, 1, using: &generator), V: try .normal(1, 6, using: &generator))
        let pass = try network.forward((0..<20).map { _ in generator.normal() }, target: 0.5)
        let story = try network.backward(pass)
        let bounds = try network.jacobianBounds
        var numbers = story.gradient.parameters.tensors.flatMap(\.elements)
        numbers += story.contributions.flatMap { $0.W.elements + $0.U.elements }
        numbers += try pass.jacobianNorms().rows.flatMap { $0 }
        numbers += try pass.nestedBrackets(for: .recurrent).value.elements
        numbers += [bounds.largestSingularValue, bounds.spectralRadius]
        #expect(hash(numbers.map(\.bitPattern)) == Self.goldenStory)
    }

    /// Runs beside the tests above in a separate process, to verify that OpenBLAS used the
    /// requested processor.
    @Test func theLibraryComputesForTheProcessorItIsTold() {
        guard let told = getenv("OPENBLAS_CORETYPE") else { return }
        #expect(BLAS.processorName.lowercased() == String(cString: told).lowercased())
    }

    /// Runs the other tests of this suite in processes that treat this processor as an older one.
    ///
    /// Both OpenBLAS and the C library select their code by processor.
    @Test(arguments: ["Prescott", "Nehalem"])
    func olderProcessorsGiveTheSameBits(processor: String) throws {
        var path = [CChar](repeating: 0, count: 4096)
        #expect(readlink("/proc/self/exe", &path, path.count - 1) > 0)
        let program = String(decoding: path.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
        let command = """
            OPENBLAS_CORETYPE=\(processor) GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2,-FMA,-AVX512F \
            exec '\(program)' --testing-library swift-testing \
            --filter RecurrentTests.BitsTests --skip olderProcessors 2>&1
            """
        let process = try #require(popen(command, "r"))
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while case let count = fread(&buffer, 1, buffer.count, process), count > 0 {
            output += buffer[..<count]
        }
        let status = pclose(process)
        let text = String(decoding: output, as: UTF8.self)
        #expect(status == 0 && text.contains("Test run with 4 tests"), "\(text)")
    }

    /// Returns the FNV-1a hash of words.
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

    /// Hashes of runs, in the order of the cells.
    private static let goldenRuns: [UInt64] = [
        8_496_107_627_708_236_525, 488_809_604_732_035_587, 8_005_205_284_316_896_028,
    ]

    /// The hash of the story.
    private static let goldenStory: UInt64 = 9_709_185_813_465_551_858
}
