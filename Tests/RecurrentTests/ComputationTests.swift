import Glibc
import Recurrent
import Testing

@Suite struct ComputationTests {
    private static let cells: [RecurrentCell] = [
        .elman, .elman(.sigmoid), .elman(.hardSigmoid), .lstm, .lstm(forgetGate: false), .gru,
        .gru(reset: .beforeProduct),
    ]

    /// Returns all results of passes with some sizes, as one list of numbers.
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

    /// The instruction sets of this processor.
    private static let levels = InstructionSet.allCases.filter { $0 <= .ofProcessor }

    @Test(arguments: cells, levels)
    func fastKernelsAgreeWithPlainLoops(cell: RecurrentCell, level: InstructionSet) throws {
        let plain = Computation(path: .plain)
        let fast = Computation(path: .fast, threads: 1, instructions: level)
        for lengths in [nil, [6, 1, 3, 3, 6, 2, 5, 6, 4]] {
            #expect(
                try difference(
                    numbers(cell, fast, lengths: lengths, of: Double.self),
                    numbers(cell, plain, lengths: lengths, of: Double.self)) < 1e-14)
            #expect(
                try difference(
                    numbers(cell, fast, lengths: lengths, of: Float.self),
                    numbers(cell, plain, lengths: lengths, of: Float.self)) < 1e-5)
        }
    }

    @Test(arguments: [1, 2, 3, 5, 7, 13, 40], levels)
    func fastKernelsAgreeForEveryNumberOfRows(count: Int, level: InstructionSet) throws {
        for (hidden, cell) in [(1, RecurrentCell.lstm), (8, .gru), (70, .lstm), (70, .gru)] {
            let fast = Computation(path: .fast, threads: 1, instructions: level)
            #expect(
                try difference(
                    numbers(
                        cell, fast, steps: 3, count: count, hidden: hidden, of: Double.self),
                    numbers(
                        cell, Computation(path: .plain), steps: 3, count: count, hidden: hidden,
                        of: Double.self)) < 1e-14)
        }
    }

    /// More rows and a longer inner index than the kernels process at once, both odd.
    @Test(arguments: levels)
    func fastKernelsAgreeForProductsOfSeveralBlocks(level: InstructionSet) throws {
        func run<Scalar: RealScalar>(
            _ path: Computation.Path, of type: Scalar.Type
        ) throws -> [Scalar] {
            try numbers(
                .elman, Computation(path: path, threads: 1, instructions: level), steps: 4,
                count: 101, inputs: 333, hidden: 130, of: type)
        }
        #expect(
            try difference(run(.fast, of: Double.self), run(.plain, of: Double.self)) < 1e-14)
        #expect(try difference(run(.fast, of: Float.self), run(.plain, of: Float.self)) < 1e-5)
    }

    /// Products of matrices of odd sizes, slightly larger than the limit of plain loops.
    @Test func largeProductsOfMatricesAreSums() throws {
        var generator = Xoshiro256(seed: 1)
        let a = try Matrix<Double>.normal(331, 173, using: &generator)
        let b = try Matrix<Double>.normal(173, 307, using: &generator)
        let product = try a * b
        for (row, column) in [(0, 0), (330, 306), (96, 31), (95, 32), (200, 299)] {
            let sum = (0..<173).reduce(0.0) { $0 + a[row, $1] * b[$1, column] }
            #expect(abs(product[row, column] - sum) < 1e-12)
        }
    }

    /// The instructions are selected by the features of the processor, and fewer can be requested.
    @Test func narrowerInstructionsCanBeAskedFor() throws {
        #expect(InstructionSet.inUse <= .ofProcessor)
        guard InstructionSet.ofProcessor < .avx512 else { return }
        var layer = RecurrentLayer<Double>(.elman, weightIH: 1, weightHH: 1)
        layer.computation.instructions = .avx512
        #expect(
            message { try layer.forward(SequenceBatch([1.0])) }
                == "the instruction set is avx512; it must be at most \(InstructionSet.ofProcessor),"
                + " the widest of this processor")
    }

    /// The environment specifies a level at the first computation of a process.
    @Test(arguments: ["baseline", "avx2", "avx512"])
    func theEnvironmentChoosesTheInstructions(name: String) throws {
        let wanted = try #require(InstructionSet.allCases.first { "\($0)" == name })
        let expected = min(wanted, InstructionSet.ofProcessor)
        let told = try Self.output(
            with: "UNROLL_VECTOR_LEVEL=\(name) EXPECTED_LEVEL=\(expected)",
            of: "RecurrentTests.ComputationTests.theExpectedInstructionsAreUsed")
        #expect(told.contains("Test run with 1 test"), "\(told)")
        #expect(told.contains("passed after"), "\(told)")
    }

    /// Runs in a separate process beside the test above.
    @Test func theExpectedInstructionsAreUsed() {
        guard let name = getenv("EXPECTED_LEVEL") else { return }
        #expect("\(InstructionSet.inUse)" == String(cString: name))
    }

    /// Speed does not depend on OpenBLAS's list of processors: even if it takes this one for an old
    /// one, the products of the backward pass keep up with those of the forward pass.
    @Test func weightGradientsDoNotWaitForALibraryThatDoesNotKnowTheProcessor() throws {
        guard InstructionSet.inUse > .baseline else { return }
        let told = try Self.output(
            with: "OPENBLAS_CORETYPE=Prescott MEASURES_PRODUCTS=1",
            of: "RecurrentTests.ComputationTests.productsReachAGoodShareOfThePeak")
        #expect(told.contains("Test run with 1 test"), "\(told)")
        #expect(told.contains("passed after"), "\(told)")
    }

    /// Runs in a separate process beside the test above.
    @Test func productsReachAGoodShareOfThePeak() throws {
        guard getenv("MEASURES_PRODUCTS") != nil else { return }
        // The best of several, measured in processor time: other programs may use the machine.
        let shares = (0..<10).map { _ in ProcessorReport(measuring: Float.self).share ?? 1 }
        #expect((shares.max() ?? 0) > 0.3, "\(shares)")
    }

    /// Returns the output of a test in a separate process, with additional environment variables.
    private static func output(with environment: String, of test: String) throws -> String {
        var path = [CChar](repeating: 0, count: 4096)
        try #require(readlink("/proc/self/exe", &path, path.count - 1) > 0)
        let program = String(decoding: path.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
        let process = try #require(
            popen(
                "\(environment) exec '\(program)' --testing-library swift-testing --filter "
                    + "\(test) 2>&1", "r"))
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while case let count = fread(&buffer, 1, buffer.count, process), count > 0 {
            output += buffer[..<count]
        }
        pclose(process)
        return String(decoding: output, as: UTF8.self)
    }

    /// Whole sequences, and ragged ones with backpropagation truncated after 13 steps.
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
