import Grading
import Recurrent
import Testing

@Suite struct TermRecipeTests {
    /// What the slips change is the toolkit's own sum, for any size and weight.
    @Test(arguments: UInt64(1)...10)
    func withoutASlipTheRecipeIsTheToolkit(seed: UInt64) throws {
        let networks = try [(1, 1, 1), (2, 1, 1), (3, 2, 2)].map { hidden, inputs, outputs in
            try ElmanNetwork(inputs: inputs, hidden: hidden, outputs: outputs, seed: seed)
        }
        for network in networks {
            for weight in [TermProblem.Weight.recurrent, .input] {
                for problem in try TermProblem.random(like: network, weight: weight, seed: seed) {
                    let found = TermRecipe().answer(to: problem)
                    for (row, right) in zip(found, problem.right) {
                        for (one, other) in zip(row, right) {
                            #expect(abs(one - other) < 1e-12)
                        }
                    }
                }
            }
        }
    }

    /// A slip that changed nothing could not be told from a right answer.
    @Test(arguments: UInt64(1)...20)
    func everySlipShows(seed: UInt64) throws {
        for size in [1, 2] {
            let network = try ElmanNetwork(inputs: 1, hidden: size, seed: seed)
            let problems = try TermProblem.random(like: network, weight: .recurrent, seed: seed)
            for slip in TermRecipe.slips(for: problems[0]) {
                var way = TermRecipe()
                slip.change(&way)
                let shows = problems.contains { problem in
                    let found = way.answer(to: problem)
                    return found.count != problem.right.count
                        || zip(found, problem.right).contains { one, other in
                            zip(one, other).contains { abs($0 - $1) > 1e-4 * abs($1) }
                        }
                }
                #expect(shows || slip.isInvisible(size), "\(slip.kind) in seed \(seed)")
            }
        }
    }
}

extension Slip where Way == TermRecipe {
    /// Whether the fault is none in networks of this size: the slope of the step after the last, say.
    fileprivate func isInvisible(_ size: Int) -> Bool {
        kind.hasSuffix("in step 4") || kind.hasSuffix("in step 1")
    }
}
