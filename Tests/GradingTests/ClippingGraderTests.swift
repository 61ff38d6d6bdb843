import Grading
import Recurrent
import Testing

@Suite struct ClippingGraderTests {
    /// The norm of a gradient.
    private static func norm(_ gradient: [Double]) -> Double {
        gradient.map { $0 * $0 }.reduce(0, +).squareRoot()
    }

    private let rightNorm: [ClippingFunction] = [
        { gradient, limit in
            let norm = Self.norm(gradient)
            return norm > limit ? gradient.map { $0 * limit / norm } : gradient
        },
        { gradient, limit in
            let factor = min(1, limit / max(Self.norm(gradient), 1e-300))
            return gradient.map { $0 * factor }
        },
        { gradient, limit in
            var sum = 0.0
            for number in gradient { sum += number * number }
            if sum <= limit * limit { return gradient }
            let unit = gradient.map { $0 / sum.squareRoot() }
            return unit.map { limit * $0 }
        },
    ]

    private let rightValue: [ClippingFunction] = [
        { gradient, limit in gradient.map { min(max($0, -limit), limit) } },
        { gradient, limit in
            gradient.map { abs($0) > limit ? ($0 < 0 ? -limit : limit) : $0 }
        },
    ]

    @Test(arguments: UInt64(1)...10)
    func rightSolutionsAreAccepted(seed: UInt64) throws {
        for clip in rightNorm {
            let diagnosis = try Diagnosis.ofClipping(clip, .globalNorm(limit: 1), seed: seed)
            #expect(diagnosis.isRight, "\(diagnosis)")
        }
        for clip in rightValue {
            let diagnosis = try Diagnosis.ofClipping(clip, .value(limit: 1), seed: seed)
            #expect(diagnosis.isRight, "\(diagnosis)")
        }
        let slide: ClippingFunction = { gradient, limit in gradient.map { min($0, limit) } }
        #expect(try Diagnosis.ofClipping(slide, .slide, seed: seed).isRight)
        try grade(rightNorm[0], against: .globalNorm(limit: 5))
        #expect(try grade(rightValue[0], against: .value(limit: 5), points: 2) == 2)
    }

    @Test(arguments: UInt64(1)...10)
    func wrongSolutionsOfTheNormRuleAreNamed(seed: UInt64) throws {
        let cases: [(String, ClippingFunction)] = [
            ("every number is held by itself", rightValue[0]),
            (
                "only numbers above the limit",
                { gradient, limit in gradient.map { min($0, limit) } }
            ),
            (
                "the root is missing",
                { gradient, limit in
                    let norm = gradient.map { $0 * $0 }.reduce(0, +)
                    return norm > limit ? gradient.map { $0 * limit / norm } : gradient
                }
            ),
            (
                "the mean of the squares",
                { gradient, limit in
                    let norm = Self.norm(gradient) / Double(gradient.count).squareRoot()
                    return norm > limit ? gradient.map { $0 * limit / norm } : gradient
                }
            ),
            (
                "the largest size stands where the norm belongs",
                { gradient, limit in
                    let norm = gradient.map(abs).max() ?? 0
                    return norm > limit ? gradient.map { $0 * limit / norm } : gradient
                }
            ),
            (
                "the sum of sizes",
                { gradient, limit in
                    let norm = gradient.map(abs).reduce(0, +)
                    return norm > limit ? gradient.map { $0 * limit / norm } : gradient
                }
            ),
            (
                "the limit is missing",
                { gradient, limit in
                    let norm = Self.norm(gradient)
                    return norm > limit ? gradient.map { $0 / norm } : gradient
                }
            ),
            (
                "the factor is the limit",
                { gradient, limit in
                    Self.norm(gradient) > limit ? gradient.map { $0 * limit } : gradient
                }
            ),
            (
                "upside down",
                { gradient, limit in
                    let norm = Self.norm(gradient)
                    return norm > limit ? gradient.map { $0 * norm / limit } : gradient
                }
            ),
            ("a gradient whose norm is above the limit stays", { gradient, _ in gradient }),
            (
                "the comparison is turned round",
                { gradient, limit in
                    let norm = Self.norm(gradient)
                    return norm < limit && norm > 0 ? gradient.map { $0 * limit / norm } : gradient
                }
            ),
            (
                "a gradient whose norm is below the limit is scaled, too",
                { gradient, limit in
                    let norm = max(Self.norm(gradient), 1e-300)
                    return gradient.map { $0 * limit / norm }
                }
            ),
            (
                "every sign is turned round",
                { gradient, limit in
                    let norm = Self.norm(gradient)
                    return gradient.map { -$0 * (norm > limit ? limit / norm : 1) }
                }
            ),
        ]
        for (words, clip) in cases {
            let diagnosis = try Diagnosis.ofClipping(clip, .globalNorm(limit: 1), seed: seed)
            #expect(!diagnosis.isRight)
            #expect(diagnosis.description.contains(words), "\(diagnosis)")
        }
    }

    @Test(arguments: UInt64(1)...10)
    func wrongSolutionsOfTheValueRuleAreNamed(seed: UInt64) throws {
        let cases: [(String, ClippingFunction)] = [
            ("all numbers are scaled by the norm", rightNorm[0]),
            (
                "a number below -limit passes",
                { gradient, limit in gradient.map { min($0, limit) } }
            ),
            (
                "its sign is lost",
                { gradient, limit in gradient.map { abs($0) > limit ? limit : $0 } }
            ),
            ("becomes 0", { gradient, limit in gradient.map { abs($0) > limit ? 0 : $0 } }),
            (
                "becomes 1",
                { gradient, limit in
                    gradient.map { abs($0) > limit ? ($0 < 0 ? -1 : 1) : $0 }
                }
            ),
            (
                "only negative numbers are held",
                { gradient, limit in gradient.map { max($0, -limit) } }
            ),
        ]
        for (words, clip) in cases {
            let diagnosis = try Diagnosis.ofClipping(clip, .value(limit: 1), seed: seed)
            #expect(!diagnosis.isRight)
            #expect(diagnosis.description.contains(words), "\(diagnosis)")
        }
        let both = try Diagnosis.ofClipping(rightValue[0], .slide, seed: seed)
        #expect(both.description.contains("the slides' rule has one side"), "\(both)")
    }

    @Test func dividingByANormOfZeroIsSaidSo() throws {
        let diagnosis = try Diagnosis.ofClipping(
            { gradient, limit in
                let norm = Self.norm(gradient)
                return gradient.map { $0 * limit / norm }
            }, .globalNorm(limit: 1))
        #expect(diagnosis.description.contains("NaN"), "\(diagnosis)")
        #expect(diagnosis.description.contains("is scaled, too"), "\(diagnosis)")
    }

    @Test func answersOfAnotherLengthAreSaidSo() throws {
        for answer in [[], [1.0], [1, 2, 3, 4, 5, 6, 7]] {
            let diagnosis = try Diagnosis.ofClipping({ _, _ in answer }, .value(limit: 1))
            #expect(!diagnosis.isRight)
            #expect(diagnosis.points(of: 3) < 3)
        }
    }
}
