import Recurrent
import Testing

@Suite struct RandomTests {
    /// The first numbers that the programs of the generators' authors print.
    @Test func generatorsGiveTheirPublishedNumbers() throws {
        var mix = SplitMix64(seed: 1_234_567)
        #expect(
            (0..<3).map { _ in mix.next() } == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            ])
        var xoshiro = try Xoshiro256(state: (1, 2, 3, 4))
        #expect(
            (0..<4).map { _ in xoshiro.next() } == [
                11520, 0, 1_509_978_240, 1_215_971_899_390_074_240,
            ])
        #expect(
            message { try Xoshiro256(state: (0, 0, 0, 0)) }
                == "the state of the generator is all zeros; it must be something else in at least "
                + "one word")
    }

    @Test func normalNumbersHaveTheirMoments() {
        var generator = Xoshiro256(seed: 42)
        let numbers = (0..<20000).map { _ in generator.normal() }
        let mean = numbers.reduce(0, +) / 20000
        let square = numbers.reduce(0) { $0 + $1 * $1 } / 20000
        let fourth = numbers.reduce(0) { $0 + $1 * $1 * $1 * $1 } / 20000
        #expect(abs(mean) < 0.03 && abs(square - 1) < 0.05 && abs(fourth - 3) < 0.3)
        var again = Xoshiro256(seed: 42)
        #expect((0..<20000).map { _ in again.normal() } == numbers)
    }

    @Test func numbersAreEven() {
        var generator = Xoshiro256(seed: 3)
        var counts = [Int](repeating: 0, count: 7)
        for _ in 0..<14000 { counts[generator.integer(below: 7)] += 1 }
        #expect(counts.allSatisfy { abs($0 - 2000) < 200 })
        let shuffled = generator.shuffled(Array(0..<50))
        #expect(shuffled != Array(0..<50) && shuffled.sorted() == Array(0..<50))
        #expect(
            (0..<1000).allSatisfy { _ in (-2.0..<3).contains(generator.uniform(from: -2, to: 3)) })
        #expect([1, 2].contains(generator.element(of: [1, 2])))
    }

    @Test func orthogonalMatricesAreOrthogonal() throws {
        var generator = Xoshiro256(seed: 1)
        let q = try Matrix<Double>.orthogonal(12, using: &generator)
        #expect(try (q.transposed * q - .identity(12)).norm < 1e-14)
        #expect(
            message { try Matrix<Double>([[1, 2], [2, 4]]).orthogonalFactor }
                == "column 1 of the matrix is a sum of earlier columns; it must be independent of "
                + "them")
        #expect(
            message { try Matrix<Double>([[1, 2]]).orthogonalFactor }
                == "an orthogonal factor needs no more columns than rows, got [1, 2]")
    }

    @Test func initialisationsFillAsTheySay() throws {
        var generator = Xoshiro256(seed: 1)
        let identity = Initialization(input: .zero, state: .identity(1), bias: .zero)
        let layer = try RecurrentLayer<Double>(
            .elman(.relu), inputs: 2, hidden: 3, initialization: identity, using: &generator)
        #expect(try layer.weightHH == .identity(3))
        let keras = try RecurrentLayer<Double>(
            .lstm, inputs: 2, hidden: 3, initialization: .keras, using: &generator)
        #expect(keras.forgetBias == [[1], [1], [1]])
        #expect(layer.forgetBias == nil)
        let gate = keras.weightHH.rows(3..<6)
        #expect(try (gate * gate.transposed - .identity(3)).norm < 1e-14)
        let torch = try RecurrentLayer<Double>(.gru, inputs: 2, hidden: 4, using: &generator)
        #expect(torch.weightHH.largestMagnitude <= 0.5)
        #expect(
            message {
                try RecurrentLayer<Double>(.lstm, inputs: 0, hidden: 3, using: &generator)
            } == "the number of inputs is 0; it must be at least 1")
        #expect(
            message { try RecurrentModel(.lstm, inputs: 1, hidden: -1, outputs: 1, seed: 1) }
                == "the hidden size is -1; it must be at least 1")
    }
}
