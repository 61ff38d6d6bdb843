import Recurrent
import Testing

/// Norms of chains of Jacobians, whichever way they are found.
@Suite struct LagNormTests {
    @Test(arguments: [RecurrentCell.elman, .lstm, .gru, .minGRU, .lru], [1, 2] as [UInt64])
    func theLagCurveIsARowOfTheTriangle(cell: RecurrentCell, seed: UInt64) throws {
        let layer = try RecurrentLayer(cell, inputs: 2, hidden: 4, seed: seed)
        let pass = try layer.forward(
            SequenceBatch(steps: 6, count: 1, features: 2, elements: wave(1, 12)))
        let norms = try pass.jacobianNorms()
        #expect(try pass.lagNorms() == norms.byLag)
        #expect(try pass.lagNorms(of: 3) == norms.rows[3].reversed())
        for t in 0...6 {
            for k in 0...t {
                let block = try pass.jacobian(of: t, withRespectTo: k).hiddenByHidden
                #expect(norms.rows[t][k].isWithin(1e-12, of: block.largestSingularValue))
            }
        }
        #expect(message { try pass.lagNorms(of: 7) } == "the step is 7; it must be from 0 to 6")
    }

    /// Blocks of Jacobians that are diagonal, and several threads, change nothing.
    @Test(
        arguments: [
            RecurrentCell.elman, .lstm, .lstm(forgetGate: false), .gru, .minGRU, .minLSTM, .lru,
            .own(PeepholeLSTM()),
        ], [1, 2, 20, 36])
    func everyNormIsThatOfItsProduct(cell: RecurrentCell, hidden: Int) throws {
        guard cell != .lru || hidden % 2 == 0 else { return }
        let steps = hidden > 32 ? 18 : 5
        var layer = try RecurrentLayer(cell, inputs: 2, hidden: hidden, seed: UInt64(hidden))
        layer.computation.threads = 1
        let input = try SequenceBatch(
            steps: steps, count: 1, features: 2, elements: wave(hidden, 2 * steps))
        let norms = try layer.forward(input).jacobianNorms()
        layer.computation.threads = 2
        let pass = try layer.forward(input)
        #expect(try pass.jacobianNorms() == norms)
        for (t, k) in [(1, 0), (2, 1), (2, 0), (5, 1), (steps, 1), (steps, steps)] {
            let block = try pass.jacobian(of: t, withRespectTo: k).hiddenByHidden
            #expect(norms.rows[t][k].isWithin(1e-11, of: block.largestSingularValue))
        }
    }

    /// The largest singular value alone is the first of all of them.
    @Test(arguments: 1...24 as ClosedRange<UInt64>)
    func theLargestSingularValueIsTheFirst(seed: UInt64) throws {
        var generator = Xoshiro256(seed: seed)
        let (rows, columns) = (17 + generator.integer(below: 20), 17 + generator.integer(below: 20))
        var matrix = try Matrix<Double>.normal(rows, columns, using: &generator)
        switch seed % 6 {
        case 0: matrix = try .orthogonal(rows, scale: 1.5, using: &generator)
        case 1: matrix = try .identity(rows)
        case 2:
            // Of rank 1, with elements near the ends of the range.
            let u = try Matrix<Double>.normal(rows, 1, using: &generator)
            matrix = 1e-200 * (try u * u.transposed)
        case 3: matrix = 1e150 * matrix
        case 4:
            for row in 0..<rows {
                for column in 0..<columns { matrix[row, column] *= power(0.3, row) }
            }
        default: break
        }
        let all = matrix.singularValues
        #expect(matrix.largestSingularValue.isWithin(1e-13, of: all[0]))
        #expect(zip(all, all.dropFirst()).allSatisfy { $0 >= $1 })
        // The sum of squares is that of the elements.
        let sum = all.reduce(0) { $0 + ($1 / all[0]) * ($1 / all[0]) }
        let squares = (matrix.norm / all[0]) * (matrix.norm / all[0])
        #expect(sum.isWithin(1e-12, of: squares))
    }

    @Test func aMatrixOfZerosOrWithoutNumbersHasNoNorm() throws {
        #expect(try Matrix<Double>.zeros(20, 30).largestSingularValue == 0)
        var matrix = try Matrix<Double>.identity(20)
        matrix[3, 4] = .nan
        #expect(matrix.largestSingularValue.isNaN)
    }
}
