import Recurrent
import Testing

@Suite struct DiagnosisTests {
    private func pass(
        _ cell: RecurrentCell, steps: Int = 5
    ) throws -> (RecurrentLayer<Double>, LayerPass<Double>) {
        var generator = Xoshiro256(seed: 11)
        let layer = try RecurrentLayer<Double>(cell, inputs: 2, hidden: 3, using: &generator)
        let input = try SequenceBatch(
            steps: steps, count: 2, features: 2,
            elements: (0..<steps * 4).map { _ in generator.normal() })
        return (layer, try layer.forward(input))
    }

    @Test(arguments: [
        RecurrentCell.elman, .elman(.sigmoid), .lstm, .lstm(forgetGate: false), .gru,
        .gru(reset: .beforeProduct),
    ])
    func jacobiansAgreeWithDifferences(cell: RecurrentCell) throws {
        let (layer, pass) = try pass(cell)
        let found = try pass.jacobian(of: 5, withRespectTo: 2, sequence: 1)
        let middle = try pass.state(after: 2)
        let rest = try SequenceBatch(
            steps: (3...5).map { step in try pass.input.step(step) })
        for unit in 0..<3 {
            let above = try end(layer, rest, middle, moving: unit, by: 1e-5)
            let below = try end(layer, rest, middle, moving: unit, by: -1e-5)
            let slope = try (above - below) / 2e-5
            for row in 0..<3 {
                #expect(abs(found.hiddenByHidden[row, unit] - slope[1, row]) < 1e-9)
            }
        }
        #expect((found.cellByCell != nil) == cell.hasCellState)
    }

    /// Returns the final h after changing one unit of h of every sequence.
    private func end(
        _ layer: RecurrentLayer<Double>, _ rest: SequenceBatch<Double>,
        _ state: LayerState<Double>, moving unit: Int, by step: Double
    ) throws -> Matrix<Double> {
        var moved = state
        for row in 0..<moved.hidden.rows { moved.hidden[row, unit] += step }
        return try layer.forward(rest, from: moved).finalState.hidden
    }

    @Test func elmanJacobiansAreProductsOfSteps() throws {
        let network = ElmanNetwork(
            W: [[0.5, -0.3], [0.2, 0.8]], U: [[1], [-1]], V: [[1, 1]])
        let pass = try network.forward([0.5, -0.25, 1, 0.75], target: 0)
        let product = try pass.jacobian(of: 4, withRespectTo: 1)
        let general = try pass.layerPass.jacobian(of: 4, withRespectTo: 1).hiddenByHidden
        #expect(try (product - general).norm < 1e-15)
        let norms = try pass.jacobianNorms()
        #expect(
            norms.norm(of: 4, withRespectTo: 1)?.isWithin(1e-13, of: product.largestSingularValue)
                == true)
        #expect(norms.norm(of: 1, withRespectTo: 4) == nil && norms.byLag.count == 5)
        #expect(norms.byLag[0] == 1)
        #expect(try pass.jacobian(of: 1, withRespectTo: 3) == [[0, 0], [0, 0]])
        #expect(
            message { try pass.jacobian(of: 5, withRespectTo: 1) }
                == "the step is 5; it must be from 0 to 4")
        #expect(
            message { try pass.jacobianNorms(sequence: 1) }
                == "the sequence is 1; it must be from 0 to 0")
    }

    @Test func memoryIsTheLagAtAHundredth() throws {
        #expect(try effectiveMemory((0...10).map { power(0.5, 10 - $0) }) == 7)
        #expect(try effectiveMemory([1, 1, 1]) == nil)
        #expect(
            message { try effectiveMemory([1], fraction: 0) }
                == "the fraction that counts as forgotten is 0.0; it must be between 0 and 1")
        let linear = ElmanNetwork(W: 0.5, U: 1, V: 1, activation: .identity)
        let story = try linear.backward(
            linear.forward(Array(repeating: 1, count: 12), target: 0))
        #expect(story.effectiveMemory == 7)
    }

    @Test func updateTablesCountUnitsInTheLastPlace() throws {
        let table = try UpdateTable([1, 2, -1], gradient: [0, 1, 0x1p-52], learningRate: 1.0)
        #expect(table.rows.map(\.after) == [1, 1, -1 - 0x1p-52])
        #expect(table.rows.map(\.unitsInTheLastPlace) == [0, 1 << 52, 1])
        #expect(table.changedCount == 2)
        let tiny = Double.leastNonzeroMagnitude
        let signs = try UpdateTable([tiny], gradient: [2 * tiny], learningRate: 1)
        #expect(signs.rows[0].unitsInTheLastPlace == 2)
        let thrown = try UpdateTable([-1.5], gradient: [-1e6], learningRate: 1)
        #expect(thrown.rows[0].unitsInTheLastPlace == .max)
        #expect(
            message { try UpdateTable([1.0], gradient: [], learningRate: 1) }
                == "an update of 1 numbers needs 1 gradients, got 0")
    }

    @Test func forgetGatesAreNeeded() throws {
        let (_, gru) = try pass(.gru)
        #expect(
            message { try gru.forgetProducts }.hasPrefix("the gate is forget; it must be one of"))
    }

    @Test func heldCellsForgetNothing() throws {
        let (layer, _) = try pass(.lstm)
        let sequences = [[[1.0, 2], [0, 1], [1, 1]], [[0.5, 0.5]]]
        let both = try layer.forward(SequenceBatch(sequences: sequences))
        let alone = try layer.forward(SequenceBatch(sequences[1]))
        #expect(try both.forgetProducts[0].row(1) == alone.forgetProducts[0])
        #expect(try both.forgetProducts[1].row(1) == [[1, 1, 1]])
    }

    @Test func vanishingRegularizerAgreesWithDifferences() throws {
        let network = ElmanNetwork(
            W: [[0.5, -0.3], [0.2, 0.8]], U: [[1], [-1]], V: [[1, 0.5]])
        let story = try network.backward(network.forward([0.5, -0.25, 1], target: 2))
        let found = story.vanishingRegularizer
        // Ω with everything held constant but the W in front of δ.
        func omega(_ W: Matrix<Double>) throws -> Double {
            try (1...3).reduce(0.0) { sum, step in
                let carried = try W.transposed * story.deltas[step - 1]
                let excess = carried.norm / story.stateGradients[step].norm - 1
                return sum + excess * excess
            }
        }
        #expect(try found.value.isWithin(1e-14, of: omega(network.W)))
        for row in 0..<2 {
            for column in 0..<2 {
                var (above, below) = (network.W, network.W)
                above[row, column] += 1e-6
                below[row, column] -= 1e-6
                let slope = try (omega(above) - omega(below)) / 2e-6
                #expect(abs(found.gradient[row, column] - slope) < 1e-8)
            }
        }
    }

    @Test func eigenvaluesOfCompanionMatricesAreTheirRoots() throws {
        // Blocks with known eigenvalues, in a random orthonormal basis.
        var generator = Xoshiro256(seed: 2)
        let blocks: Matrix<Double> = [
            [1, -2, 0, 0, 0], [2, 1, 0, 0, 0], [0, 0, 3, 1, 0], [0, 0, 0, 3, 0], [0, 0, 0, 0, -4],
        ]
        let q = try Matrix<Double>.orthogonal(5, using: &generator)
        let found = try (q * blocks * q.transposed).eigenvalues
        #expect(found[0].real.isWithin(1e-12, of: -4) && found[0].imaginary == 0)
        #expect(abs(found[1].real - 3) < 1e-6 && abs(found[2].real - 3) < 1e-6)
        #expect(found[3].magnitude.isWithin(1e-12, of: 5.0.squareRoot()))
        #expect(abs(found[3].imaginary + found[4].imaginary) < 1e-12)
        #expect("\(Eigenvalue(1, -2))" == "1.0 - 2.0i" && "\(Eigenvalue(1))" == "1.0")
        #expect(
            message { try Matrix<Double>([[1, 2]]).eigenvalues }
                == "eigenvalues needs a square matrix, got [1, 2]")
    }
}
