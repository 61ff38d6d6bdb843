import Recurrent
import Testing

/// Equations that do not fit are answered with a sentence that names the operation, the shapes and the
/// place; none of them stops the program.
@Suite struct EquationErrorTests {
    /// A cell of one equation.
    private struct Cell: CellEquations {
        let W = Weight(of: .state), U = Weight(of: .input), b = Bias()
        let equation: @Sendable (Cell, Term, Term) -> Term
        func step(_ x: Term, _ h: Term) -> Term { equation(self, x, h) }
    }

    /// What is said of an equation in a layer of 2 inputs and 3 units.
    private func answer(_ equation: @escaping @Sendable (Cell, Term, Term) -> Term) -> String {
        message {
            let layer = try RecurrentLayer<Double>(
                .own(Cell(equation: equation)), inputs: 2, hidden: 3, seed: 1)
            return try layer.backward(
                layer.forward(SequenceBatch([[1, 2], [3, 4]])),
                finalStateGradient: LayerState(hidden: [[1, 1, 1]]))
        }
    }

    @Test func operationShapesAndPlaceAreNamed() {
        #expect(
            answer { cell, x, h in tanh(cell.W • x + cell.b) }
                == "W • x in Cell needs as many rows on the right as columns on the left, got [3, 3] "
                + "of W and [2, 1] of x")
        #expect(
            answer { cell, x, h in tanh(cell.U • x + x) }
                == "U • x + x in Cell needs two matrices of one shape, or a single number, got [3, 1] "
                + "of U • x and [2, 1] of x")
        #expect(
            answer { cell, x, h in h * (cell.U • x) }
                == "h • (U • x) in Cell needs as many rows on the right as columns on the left (⊙ "
                + "multiplies element by element), got [3, 1] of h and [3, 1] of U • x")
        #expect(
            answer { cell, x, h in (1 - σ(h)) ⊙ x }
                == "(1 - σ(h)) ⊙ x in Cell needs two matrices of one shape, or a single number, got "
                + "[3, 1] of 1 - σ(h) and [2, 1] of x")
        #expect(
            answer { _, x, _ in tanh(x) }
                == "the new h of Cell, tanh(x), needs the shape of the state, [3, 1], got [2, 1]")
        #expect(
            answer { _, _, h in h.part(1, of: 2) }
                == "h.part(1, of: 2) in Cell needs a part from 0 to 1 of a number of rows that can be "
                + "divided by 2, got part 1 of 3 rows")
        #expect(
            answer { cell, _, h in Weight(of: .state, rows: .exactly(0)) • h }
                == "the shape of weight4 in Cell is [0, 3]; it must be two sizes of at least 1")
        #expect(
            answer { cell, x, h in h.above(cell.W) }
                == "h.above(W) in Cell needs two matrices of as many columns, got [3, 1] of h and "
                + "[3, 3] of W")
    }

    /// Every expression of a small grammar either fits or is answered with a sentence.
    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func noExpressionStopsTheProgram(seed: UInt64) {
        var generator = Xoshiro256(seed: seed)
        var choices = (0..<200).map { _ in generator.integer(below: 1 << 20) }
        let numbers = choices
        choices = []
        let answer = answer { cell, x, h in
            var rest = numbers[...]
            func expression(_ depth: Int) -> Term {
                let choice = rest.popFirst() ?? 0
                guard depth > 0 else {
                    return [x, h, cell.W, cell.U, cell.b, Term(2)][choice % 6]
                }
                let a = expression(depth - 1)
                switch choice % 16 {
                case 0: return a + expression(depth - 1)
                case 1: return a - expression(depth - 1)
                case 2: return a ⊙ expression(depth - 1)
                case 3: return a • expression(depth - 1)
                case 4: return a * expression(depth - 1)
                case 5: return a / expression(depth - 1)
                case 6: return tanh(a)
                case 7: return σ(a)
                case 8: return softmax(a)
                case 9: return a.transposed
                case 10: return a.sum * expression(depth - 1)
                case 11: return layerNorm(a)
                case 12: return a.above(expression(depth - 1))
                case 13: return a.part(choice / 16 % 4 - 1, of: choice / 64 % 4)
                case 14: return 1 - exp(a)
                default: return a.norm + relu(expression(depth - 1))
                }
            }
            return tanh(cell.W • h + expression(1 + numbers[0] % 4).mean)
        }
        #expect(
            answer == "no error" || answer.contains(" needs ") || answer.contains("must be"),
            "\(answer)")
    }

    @Test func longEquationsAreNoTrouble() {
        #expect(
            answer { cell, _, h in
                var state = h
                for _ in 0..<20_000 { state = state + cell.b }
                return tanh(state)
            } == "no error")
    }

    @Test func whatIsNotUsedOrSharedIsNoTrouble() throws {
        #expect(answer { cell, _, _ in cell.b } == "no error")
        #expect(answer { _, _, h in h } == "no error")
        #expect(answer { _, _, _ in Term([[1], [2], [3]]) } == "no error")
        let layer = try RecurrentLayer<Double>(
            .own(Cell { cell, _, _ in cell.b }), inputs: 2, hidden: 3, seed: 1)
        let pass = try layer.forward(SequenceBatch(sequences: [[[1, 2], [3, 4]], [[5, 6]]]))
        #expect(try pass.state(after: 1).hidden.row(1).transposed == layer["b"])
        let story = try layer.backward(
            pass, finalStateGradient: LayerState(hidden: [[1, 1, 1], [2, 2, 2]]))
        #expect(story.gradient.own["b"]?.elements == [3, 3, 3])
        #expect(story.inputGradient.elements.allSatisfy { $0 == 0 })
    }
}
