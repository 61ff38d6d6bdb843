import Grading
import Recurrent
import Testing

@Suite struct TermGraderTests {
    /// The networks whose like is drawn: of one unit, and of two and three.
    private let one = ElmanNetwork(W: 0.5, U: 1, V: 1)
    private let two = ElmanNetwork(W: [[0.5, -0.4], [0.3, 0.2]], U: [[1], [-0.5]], V: [[1, 2]])

    // MARK: Right solutions

    @Test(arguments: UInt64(1)...3)
    func everyRightSolutionIsAccepted(seed: UInt64) throws {
        #expect(
            RightTerms.numbers.count + RightTerms.matrices.count + RightTerms.arrays.count >= 28)
        for (name, terms) in RightTerms.numbers {
            let diagnosis = try Diagnosis.ofTerms(terms, like: one, weight: .recurrent, seed: seed)
            #expect(diagnosis.isRight, "\(name): \(diagnosis)")
        }
        for (name, terms) in RightTerms.matrices {
            for network in [one, two] {
                let diagnosis = try Diagnosis.ofTerms(
                    terms, like: network, weight: .recurrent, seed: seed)
                #expect(diagnosis.isRight, "\(name): \(diagnosis)")
            }
        }
        for (name, terms) in RightTerms.arrays {
            for network in [one, two] {
                let diagnosis = try Diagnosis.ofTerms(
                    terms, like: network, weight: .recurrent, seed: seed)
                #expect(diagnosis.isRight, "\(name): \(diagnosis)")
            }
        }
    }

    @Test func aListFromTheFirstStepToTheLastIsAcceptedWithARemark() throws {
        let terms = RightTerms.numbers[0].terms
        let diagnosis = try Diagnosis.ofTerms(
            { try terms($0, $1, $2, $3, $4).reversed() }, like: one, weight: .recurrent)
        #expect(diagnosis.isRight)
        #expect(diagnosis.description.contains("from the first step to the last"))
    }

    // MARK: Wrong solutions

    /// What the grader says to a wrong solution.
    private struct Verdict {
        let wrong: WrongTerms
        let diagnosis: Diagnosis

        /// Whether all faults that are to be named are, and no others.
        var namesFaults: Bool { wrong.kinds == Set(diagnosis.faults) }

        /// Whether the step in which the fault shows first is named.
        var namesStep: Bool { wrong.firstWrongStep.map { "step \($0)" } == diagnosis.place }
    }

    /// Returns what the grader says to wrong solutions for numbers and for matrices.
    private func verdicts(_ wrongs: [WrongTerms], forMatrices: Bool, seed: UInt64) throws
        -> [Verdict]
    {
        try wrongs.map { wrong in
            let diagnosis =
                forMatrices
                ? try Diagnosis.ofTerms(
                    { try wrong.terms(W: $0, V: $1, H: $2, x: $3, y: $4) } as MatrixTerms,
                    like: two, weight: .recurrent, seed: seed)
                : try Diagnosis.ofTerms(
                    { try wrong.terms(W: $0, V: $1, H: $2, x: $3, y: $4) } as NumberTerms,
                    like: one, weight: .recurrent, seed: seed)
            return Verdict(wrong: wrong, diagnosis: diagnosis)
        }
    }

    @Test(arguments: UInt64(1)...2)
    func usualFaultsAreNamed(seed: UInt64) throws {
        let listed = WrongTerms.listed + [.weightTooMany]
        let verdicts =
            try verdicts(listed, forMatrices: false, seed: seed)
            + verdicts(listed + [.straightWeight], forMatrices: true, seed: seed)
        for verdict in verdicts {
            #expect(verdict.namesFaults, "\(verdict.wrong): \(verdict.diagnosis)")
        }
    }

    @Test func twoUsualFaultsAreNamedBoth() throws {
        let listed = WrongTerms.listed
        let verdicts =
            try verdicts(WrongTerms.doubles(of: listed), forMatrices: false, seed: 3)
            + verdicts(
                WrongTerms.doubles(of: listed + [.straightWeight]), forMatrices: true, seed: 4)
        #expect(verdicts.count > 70)
        for verdict in verdicts {
            #expect(verdict.namesFaults, "\(verdict.wrong): \(verdict.diagnosis)")
        }
    }

    @Test func ofOtherFaultsTheStepIsNamed() throws {
        var generator = Xoshiro256(seed: 7)
        let wrongs = (0..<150).map { _ in WrongTerms.random(&generator) }
            .filter { $0.firstWrongStep != nil }
        #expect(wrongs.count > 100)
        for (index, wrong) in wrongs.enumerated() {
            let verdict = try verdicts(
                [wrong], forMatrices: index.isMultiple(of: 3), seed: UInt64(index))[0]
            #expect(!verdict.diagnosis.isRight, "\(wrong)")
            #expect(verdict.namesStep, "\(wrong): \(verdict.diagnosis)")
        }
    }

    @Test func oddAnswersAreRejected() throws {
        for forMatrices in [false, true] {
            for verdict in try verdicts(WrongTerms.odd, forMatrices: forMatrices, seed: 5) {
                #expect(!verdict.diagnosis.isRight, "\(verdict.wrong)")
                #expect(!verdict.diagnosis.description.isEmpty)
            }
        }
    }

    @Test func noUsualFaultHidesInARandomNetwork() throws {
        for seed in UInt64(100)..<116 {
            for wrong in WrongTerms.listed {
                let isMatrix = seed.isMultiple(of: 4)
                let verdict = try verdicts([wrong], forMatrices: isMatrix, seed: seed)[0]
                #expect(!verdict.diagnosis.isRight, "\(wrong) with seed \(seed)")
            }
        }
    }

    // MARK: Words

    @Test func theFaultIsSaidInASentence() throws {
        let wrong = WrongTerms.listed[1]
        let verdict = try verdicts([wrong], forMatrices: false, seed: 1)[0]
        let sentence = "step 3: right sign, but g′(z₄) stands where g′(z₃) belongs"
        #expect(verdict.diagnosis.description.hasPrefix(sentence))
        #expect(throws: NotYetRight.self) {
            try grade(
                { try wrong.terms(W: $0, V: $1, H: $2, x: $3, y: $4) } as NumberTerms, against: one)
        }
    }

    // MARK: Mistakes that are no answers

    @Test(arguments: [
        ([], "the answer is empty; it needs 4 numbers"),
        ([1, 2], "2 numbers for 4 steps"),
        ([1, .nan, 3, 4], "step 3 is NaN, which is not finite, for W: "),
        ([.infinity, 1, 1, 1], "step 4 is inf, which is not finite, for W: "),
    ])
    func whatIsNoAnswerIsSaidSo(answer: [Double], words: String) throws {
        let diagnosis = try Diagnosis.ofTerms(
            { _, _, _, _, _ in answer } as NumberTerms, like: one, weight: .recurrent)
        #expect(diagnosis.description.hasPrefix(words), "\(diagnosis)")
    }

    @Test func errorsOfASolutionAreSaid() throws {
        struct Trouble: Error, CustomStringConvertible { let description = "no luck" }
        let failing = try Diagnosis.ofTerms(
            { _, _, _, _, _ in throw Trouble() } as NumberTerms, like: one, weight: .recurrent)
        #expect(failing.description.hasPrefix("the function stopped with an error: no luck"))
        let stub = try Diagnosis.ofTerms(
            { _, _, _, _, _ in throw NotWrittenYet() } as NumberTerms, like: one, weight: .recurrent
        )
        #expect(stub.description.contains("not written yet"))
        #expect(stub.points(of: 4) == 0)
    }

    @Test func matricesOfAnotherShapeAreSaid() throws {
        let flat = try Diagnosis.ofTerms(
            { _, _, H, _, _ in H.dropFirst().map { $0 } } as MatrixTerms, like: two,
            weight: .recurrent)
        #expect(flat.description.hasPrefix("step 4: a matrix of shape [2, 1], where the term"))
        let uneven = try Diagnosis.ofTerms(
            { _, _, H, _, _ in H.dropFirst().map { [$0, []] } } as ArrayTerms, like: two,
            weight: .recurrent)
        #expect(uneven.description.contains("rows of different lengths"))
    }

    @Test func networksThatDoNotFitAreRefused() throws {
        #expect(throws: RecurrentError.self) {
            try grade(RightTerms.numbers[0].terms, against: two)
        }
        var odd = one
        odd.loss = .crossEntropy
        #expect(throws: RecurrentError.self) {
            try grade(RightTerms.numbers[0].terms, against: odd)
        }
    }

    // MARK: The other weight

    @Test func termsOfTheInputWeightAreGraded() throws {
        func terms(_ W: Double, _ V: Double, _ H: [Double], _ x: [Double], _ y: Double) -> [Double]
        {
            let T = H.count - 1
            var delta = (V * H[T] - y) * V
            return (1...T).reversed().map { k in
                if k < T { delta *= W }
                delta *= 1 - H[k] * H[k]
                return delta * x[k - 1]
            }
        }
        #expect(try Diagnosis.ofTerms(terms, like: one, weight: .input).isRight)
        let other = try Diagnosis.ofTerms(RightTerms.numbers[0].terms, like: one, weight: .input)
        #expect(other.description.hasPrefix("step 4: "))
        #expect(other.description.contains("H₃ stands where x₄ belongs"), "\(other)")
        let columns = ElmanNetwork(
            W: [[0.5, -0.4], [0.3, 0.2]], U: [[1, 2, 1], [-0.5, 1, 3]], V: [[1, 2]])
        let matrices = try Diagnosis.ofTerms(
            { W, V, H, x, y in
                let T = H.count - 1
                var delta = try V.transposed * (V * H[T] - y) .* H[T].map { 1 - $0 * $0 }
                var terms = [try delta * x[T - 1].transposed]
                for k in stride(from: T - 1, through: 1, by: -1) {
                    delta = try W.transposed * delta .* H[k].map { 1 - $0 * $0 }
                    terms.append(try delta * x[k - 1].transposed)
                }
                return terms
            } as MatrixTerms, like: columns, weight: .input)
        #expect(matrices.isRight, "\(matrices)")
    }

    @Test(arguments: [Activation.identity, .sigmoid, .relu, .hardTanh])
    func networksOfOtherActivationsGradeTheirOwnSlopes(activation: Activation) throws {
        var network = one
        network.activation = activation
        let terms: NumberTerms = { W, V, H, x, y in
            func slope(_ H: Double) -> Double {
                switch activation {
                case .sigmoid: H * (1 - H)
                case .relu: H > 0 ? 1 : 0
                case .hardTanh: abs(H) < 1 ? 1 : 0
                default: 1
                }
            }
            let T = H.count - 1
            var delta = (V * H[T] - y) * V * slope(H[T])
            var terms = [delta * H[T - 1]]
            for k in stride(from: T - 1, through: 1, by: -1) {
                delta = slope(H[k]) * W * delta
                terms.append(delta * H[k - 1])
            }
            return terms
        }
        let diagnosis = try Diagnosis.ofTerms(terms, like: network, weight: .recurrent)
        #expect(diagnosis.isRight, "\(diagnosis)")
    }
}
