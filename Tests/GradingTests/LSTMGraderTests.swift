import Glibc
import Grading
import Testing

@Suite struct LSTMGraderTests {
    /// What is done to the gradients of a step.
    private typealias Change = (LSTMStep, inout LSTMStepGradient) -> Void

    /// All that comes back to the cell.
    private static func cell(_ step: LSTMStep) -> Double {
        step.cGradient + throughState(step)
    }

    /// What comes back to the cell through h.
    private static func throughState(_ step: LSTMStep) -> Double {
        let squashed = tanh(step.c)
        return step.hGradient * step.o * (1 - squashed * squashed)
    }

    /// A solution with another gradient of the cell, or with something done to its parts.
    private static func solution(
        cell: @escaping (LSTMStep) -> Double = cell, change: @escaping Change = { _, _ in }
    ) -> LSTMStepBack {
        { step in
            let c = cell(step)
            var gradient = LSTMStepGradient(
                i: c * step.g * step.i * (1 - step.i), f: c * step.cBefore * step.f * (1 - step.f),
                g: c * step.i * (1 - step.g * step.g),
                o: step.hGradient * tanh(step.c) * step.o * (1 - step.o), cBefore: c * step.f)
            change(step, &gradient)
            return gradient
        }
    }

    @Test(arguments: UInt64(1)...5)
    func rightSolutionsAreAccepted(seed: UInt64) throws {
        let other: LSTMStepBack = { step in
            let cosine = cosh(step.c)
            let c = step.cGradient + step.hGradient * step.o / (cosine * cosine)
            let gates = [step.i, step.f, step.o].map { $0 - $0 * $0 }
            return LSTMStepGradient(
                i: gates[0] * c * step.g, f: gates[1] * c * step.cBefore,
                g: c * step.i * (1 - step.g) * (1 + step.g),
                o: gates[2] * step.hGradient * sinh(step.c) / cosine, cBefore: step.f * c)
        }
        for solution in [Self.solution(), other] {
            let diagnosis = try Diagnosis.ofStepBack(solution, seed: seed)
            #expect(diagnosis.isRight, "\(diagnosis)")
        }
        try grade(other)
        #expect(try grade(other, points: 3) == 3)
    }

    /// Wrong gradients of the cell, with what the grader should say.
    private static var wrongCells: [(String, LSTMStepBack)] {
        [
            (
                "what comes back to cₜ from the step after, is forgotten",
                solution(cell: throughState)
            ),
            ("the way through hₜ is forgotten", solution(cell: { $0.cGradient })),
            (
                "the way through hₜ has the wrong sign",
                solution(cell: { $0.cGradient - throughState($0) })
            ),
            (
                "(1 - tanh²(cₜ)) is missing in ∂L/∂cₜ",
                solution(cell: { $0.cGradient + $0.hGradient * $0.o })
            ),
            ("o is missing in ∂L/∂cₜ", solution(cell: { $0.cGradient + throughState($0) / $0.o })),
        ]
    }

    /// Wrong parts, with where and what the grader should say.
    private static var wrongParts: [(place: String, words: String, change: Change)] {
        [
            ("∂L/∂zᵢ", "i(1 - i) is missing", { $1.i /= $0.i * (1 - $0.i) }),
            ("∂L/∂z_f", "cₜ stands where cₜ₋₁ belongs", { $1.f *= $0.c / $0.cBefore }),
            ("∂L/∂z_g", "g(1 - g) stands where 1 - g² belongs", { $1.g *= $0.g / (1 + $0.g) }),
            ("∂L/∂zₒ", "∂L/∂cₜ stands where ∂L/∂hₜ belongs", { $1.o *= cell($0) / $0.hGradient }),
            ("∂L/∂cₜ₋₁", "f is missing", { $1.cBefore /= $0.f }),
            ("∂L/∂cₜ₋₁", "o stands where f belongs", { $1.cBefore *= $0.o / $0.f }),
            ("∂L/∂z_f", "the sign is turned round", { $1.f = -$1.f }),
            // Not among the usual faults.
            ("∂L/∂z_g", "there is a factor o too many", { $1.g *= $0.o }),
            ("∂L/∂zₒ", "it is 3 times what it should be", { $1.o *= 3 }),
            ("∂L/∂z_f", "no usual fault", { $1.f += 0.3 }),
        ]
    }

    @Test func wrongGradientsOfTheCellAreNamed() throws {
        for (words, solution) in Self.wrongCells {
            let diagnosis = try Diagnosis.ofStepBack(solution)
            #expect(diagnosis.place == "∂L/∂zᵢ")
            #expect(diagnosis.description.contains(words), "\(diagnosis)")
        }
    }

    @Test func wrongPartsAreNamed() throws {
        for wrong in Self.wrongParts {
            let diagnosis = try Diagnosis.ofStepBack(Self.solution(change: wrong.change))
            #expect(diagnosis.place == wrong.place, "\(wrong.words): \(diagnosis)")
            #expect(diagnosis.description.contains(wrong.words), "\(diagnosis)")
        }
    }

    @Test func missingSlopesOfAllGatesAreOneFault() throws {
        let diagnosis = try Diagnosis.ofStepBack(
            Self.solution(change: { step, gradient in
                gradient.i /= step.i * (1 - step.i)
                gradient.f /= step.f * (1 - step.f)
                gradient.g /= 1 - step.g * step.g
                gradient.o /= step.o * (1 - step.o)
            }))
        #expect(diagnosis.faults == ["all slopes are missing"], "\(diagnosis)")
    }

    /// Two faults in different gradients are both named.
    @Test func twoFaultsAreNamed() throws {
        let both = Self.solution(cell: Self.throughState, change: { $1.cBefore /= $0.f })
        let diagnosis = try Diagnosis.ofStepBack(both)
        #expect(diagnosis.faults.count == 2, "\(diagnosis)")
        #expect(diagnosis.description.contains("∂L/∂cₜ₋₁: f is missing"), "\(diagnosis)")
    }

    @Test func whatIsNoAnswerIsSaidSo() throws {
        let broken = try Diagnosis.ofStepBack(Self.solution(change: { $1.g = .nan }))
        #expect(broken.description.hasPrefix("∂L/∂z_g is NaN"))
        #expect(try grade({ _ in throw NotWrittenYet() }, points: 2) == 0)
        #expect(throws: NotYetRight.self) { try grade(Self.solution(change: { $1.g = 0 })) }
    }

    @Test(arguments: UInt64(1)...5)
    func everySlipShows(seed: UInt64) throws {
        let problems = try LSTMProblem.random(seed: seed)
        func difference(_ way: LSTMRecipe) -> Double {
            problems.flatMap { problem in
                zip(way.answer(to: problem), problem.right).map { abs($0[0] - $1[0]) / abs($1[0]) }
            }.max() ?? 0
        }
        #expect(difference(LSTMRecipe()) < 1e-12)
        for slip in LSTMRecipe.slips(for: problems[0]) {
            var way = LSTMRecipe()
            slip.change(&way)
            #expect(difference(way) > 1e-4, "\(slip.kind)")
        }
    }
}
