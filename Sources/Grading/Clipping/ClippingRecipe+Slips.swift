internal import Recurrent

extension ClippingRecipe {
    package static func slips(for problem: ClippingProblem) -> [Slip<ClippingRecipe>] {
        let own = problem.rule.isOfNorm ? ofNorm : ofNumbers(problem)
        return own + [
            Slip("every sign is turned round", in: "sign") { $0.isTurned = true },
            Slip("nothing is clipped", in: "rule") {
                $0.condition = .never
                $0.rule = .other
            },
        ]
    }

    /// The faults of a rule of the norm.
    private static var ofNorm: [Slip<ClippingRecipe>] {
        [
            Slip(
                "every number is clipped by itself", in: "rule",
                words: { _, _ in
                    "every number is held by itself; the rule scales all by one factor, so that the "
                        + "direction stays"
                }
            ) { $0.rule = .other },
            Slip(
                "only numbers above the limit are clipped", in: "rule",
                words: { _, _ in
                    "only numbers above the limit are held; the rule scales all by one factor"
                }
            ) { $0.rule = .slide },
            Slip(
                "nothing is scaled", in: "condition",
                words: { _, _ in
                    "a gradient whose norm is above the limit stays as it is"
                }
            ) { $0.condition = .never },
            Slip(
                "the root is missing", in: "measure",
                words: { _, _ in
                    "the root is missing: the norm is the root of the sum of squares"
                }
            ) { $0.measure = .squared },
            Slip(
                "the mean stands where the sum belongs", in: "measure",
                words: { _, _ in
                    "the mean of the squares stands where their sum belongs"
                }
            ) { $0.measure = .mean },
            Slip("the sum of sizes stands where the norm belongs", in: "measure") {
                $0.measure = .sum
            },
            Slip("the largest size stands where the norm belongs", in: "measure") {
                $0.measure = .largest
            },
            Slip("the sum stands where the norm belongs", in: "measure") { $0.measure = .signed },
            Slip("the norm is divided by the number of entries", in: "measure") {
                $0.measure = .divided
            },
            Slip(
                "small gradients are scaled, too", in: "condition",
                words: { _, _ in
                    "a gradient whose norm is below the limit is scaled, too; it has to stay as it is"
                }
            ) { $0.condition = .always },
            Slip(
                "the comparison is turned round", in: "condition",
                words: { _, _ in
                    "the comparison is turned round: small gradients are scaled, and large ones stay"
                }
            ) { $0.condition = .inverted },
            Slip(
                "the limit is missing", in: "factor",
                words: { _, _ in
                    "the limit is missing: the norm becomes 1, whatever the limit"
                }
            ) { $0.factor = .withoutLimit },
            Slip(
                "the norm is missing", in: "factor",
                words: { _, _ in
                    "the factor is the limit; it has to be divided by the norm"
                }
            ) { $0.factor = .withoutNorm },
            Slip(
                "the factor is upside down", in: "factor",
                words: { _, _ in
                    "the factor is upside down: norm / limit stands where limit / norm belongs"
                }
            ) { $0.factor = .upsideDown },
            Slip("the norm is squared", in: "factor") { $0.factor = .squared },
        ]
    }

    /// The faults of a rule for each number.
    private static func ofNumbers(_ problem: ClippingProblem) -> [Slip<ClippingRecipe>] {
        var slips: [Slip<ClippingRecipe>] = [
            Slip(
                "all numbers are scaled", in: "rule",
                words: { _, _ in
                    "all numbers are scaled by the norm; the rule holds each by itself"
                }
            ) { $0.rule = .other },
            Slip("a number that is too large becomes 0", in: "held") { $0.held = .zero },
            Slip("a number that is too large becomes 1", in: "held") { $0.held = .one },
            Slip("the limit is subtracted", in: "held") { $0.held = .doubled },
            Slip("only negative numbers are held", in: "sides") { $0.sides = .lower },
        ]
        if case .slide = problem.rule {
            slips.append(
                Slip(
                    "negative numbers are held, too", in: "sides",
                    words: { _, _ in
                        "negative numbers are held, too; the slides' rule has one side"
                    }
                ) { $0.sides = .both })
        } else {
            slips.insert(
                Slip(
                    "large negative numbers pass", in: "sides",
                    words: { _, _ in
                        "a number below -limit passes: the rule has two sides"
                    }
                ) { $0.sides = .upper }, at: 0)
            slips.append(
                Slip(
                    "the sign of what is held is lost", in: "held",
                    words: { _, _ in
                        "a number below -limit becomes +limit: its sign is lost"
                    }
                ) { $0.held = .signless })
        }
        return slips
    }
}
