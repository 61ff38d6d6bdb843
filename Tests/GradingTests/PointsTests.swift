import Grading
import Recurrent
import Testing

@Suite struct PointsTests {
    private let network = ElmanNetwork(W: 0.5, U: 1, V: 1)

    /// The points of a wrong solution.
    private func points(_ wrong: WrongTerms, of possible: Double) throws -> Double {
        try grade(
            { try wrong.terms(W: $0, V: $1, H: $2, x: $3, y: $4) } as NumberTerms,
            against: network, points: possible)
    }

    @Test func aRightSolutionHasAllPoints() throws {
        #expect(try grade(RightTerms.numbers[0].terms, against: network, points: 4) == 4)
        #expect(try grade(RightTerms.numbers[0].terms, against: network, points: 0.3) == 0.3)
    }

    @Test func wrongSolutionsHaveSomeButNeverAll() throws {
        for wrong in WrongTerms.listed + WrongTerms.odd {
            for possible in [0.3, 1, 4, 10] {
                let points = try points(wrong, of: possible)
                #expect(points >= 0 && points < possible, "\(wrong): \(points) of \(possible)")
            }
        }
    }

    @Test func oneKnownFaultLeavesHalfAndTwoAQuarter() throws {
        let V = WrongTerms.listed[5], sign = WrongTerms.listed[8]
        #expect(try points(V, of: 4) == 2)
        #expect(try points(V.and(sign), of: 4) == 1)
        #expect(
            try points(
                WrongTerms(name: "nonsense", rearrange: { $0.map { $0.map { _ in 7 } } }), of: 4)
                == 0)
    }

    @Test func whatIsRightCounts() throws {
        let wrong = WrongTerms(name: "odd first step") { list, k, _ in
            if k == 1 { list.factors.append(.constant(0.77)) }
        }
        #expect(try points(wrong, of: 4) == 3)
    }

    @Test func pointsThatAreNoNumberAreNone() throws {
        #expect(try points(WrongTerms(name: "right"), of: .nan) == 0)
        #expect(try points(WrongTerms(name: "right"), of: -1) == 0)
    }
}
