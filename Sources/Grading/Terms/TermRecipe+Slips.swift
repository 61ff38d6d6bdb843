internal import Recurrent

extension TermRecipe {
    /// A fault in the words of a step.
    private typealias Words = @Sendable (TermProblem, Int) -> String

    package static func slips(for problem: TermProblem) -> [Slip<TermRecipe>] {
        let steps = problem.steps
        var slips = ofTheWhole(problem) + ofSteps(.all, problem) + ofSteps(.beforeLast, problem)
        for step in stride(from: steps, through: 1, by: -1) {
            slips += ofSteps(.only(step), problem)
        }
        return slips
    }

    // MARK: The whole

    /// The faults that lie outside of the steps.
    private static func ofTheWhole(_ problem: TermProblem) -> [Slip<TermRecipe>] {
        let isRecurrent = problem.weight == .recurrent
        var slips: [Slip<TermRecipe>] = [
            Slip(
                "the list runs from the first step to the last", in: Slip<TermRecipe>.rowsChoice,
                isHarmless: true,
                words: { _, _ in
                    "the list runs from the first step to the last; asked was the "
                        + "other way round"
                }
            ) { $0.rows = .reversed },
            Slip("V is missing", in: "V") { $0.readout = .missing },
            Slip(
                "the sign is turned round", in: "sign",
                words: { _, _ in
                    "the sign is turned round: ∂L/∂ŷ is ŷ - y, not y - ŷ"
                }
            ) { $0.isTurned = true },
            Slip(
                "the 1/2 of the loss is forgotten", in: "error",
                words: { _, _ in
                    "twice too large: the loss has a 1/2, so that ∂L/∂ŷ is ŷ - y, without a 2"
                }
            ) { $0.outputError = .doubled },
            Slip(
                "there is a 1/2 too many", in: "error",
                words: { _, _ in
                    "half of what it should be: the 1/2 of the loss is used up by the square's 2"
                }
            ) { $0.outputError = .halved },
            Slip("ŷ - y is missing", in: "error") { $0.outputError = .one },
            Slip("ŷ - y is squared", in: "error") { $0.outputError = .squared },
            Slip(
                "the loss stands where ŷ - y belongs", in: "error",
                words: { _, _ in
                    "½ (ŷ - y)², the loss itself, stands where its slope ŷ - y belongs"
                }
            ) { $0.outputError = .loss },
            Slip("ŷ stands where ŷ - y belongs", in: "error") { $0.outputError = .output },
            Slip("y stands where ŷ - y belongs", in: "error") { $0.outputError = .target },
            Slip("V stands there twice", in: "V") { $0.readout = .twice },
            Slip(
                "there is a W too many before the last step", in: "V",
                words: { problem, _ in
                    "there is a factor W too many: between H\(problem.steps.lowered) and ŷ "
                        + "stands V alone"
                }
            ) { $0.readout = .carried },
            Slip("W stands where V belongs", in: "V") { $0.readout = .recurrent },
            Slip(
                "the last step's slope is missing", in: "first slope",
                words: { problem, _ in
                    "g′(z\(problem.steps.lowered)) is missing"
                }
            ) { $0.firstShift = nil },
            Slip(
                "the last step has the slope of the step before", in: "first slope",
                words: { problem, _ in
                    slopes(problem.steps - 1, for: problem.steps)
                }
            ) { $0.firstShift = 1 },
            Slip("the term of the last step is missing", in: Slip<TermRecipe>.rowsChoice) {
                $0.rows = .withoutLast
            },
            Slip("the term of the first step is missing", in: Slip<TermRecipe>.rowsChoice) {
                $0.rows = .withoutFirst
            },
            Slip("only the term of the last step is there", in: Slip<TermRecipe>.rowsChoice) {
                $0.rows = .lastOnly
            },
            Slip("every number is the sum of the terms so far", in: Slip<TermRecipe>.rowsChoice) {
                $0.rows = .summed
            },
            Slip(
                "the terms are added up", in: Slip<TermRecipe>.rowsChoice,
                words: { _, _ in
                    "the terms are added up to one number; asked were the terms by themselves"
                }
            ) { $0.rows = .total },
            Slip("there is a term too many", in: Slip<TermRecipe>.rowsChoice) {
                $0.rows = .withExtra
            },
            Slip("the terms are divided by the number of steps", in: Slip<TermRecipe>.rowsChoice) {
                $0.rows = .mean
            },
        ]
        if problem.V.rows == problem.units {
            slips.append(
                Slip(
                    "ŷ is taken without V", in: "error",
                    words: { problem, _ in
                        let state = "H\(problem.steps.lowered)"
                        return "\(state) - y stands where ŷ - y belongs, with ŷ = V \(state)"
                    }
                ) { $0.outputError = .withoutReadout })
        }
        if problem.units > 1 || !isRecurrent && problem.x[0].count > 1 {
            slips.append(
                Slip(
                    "rows and columns are exchanged", in: "outer",
                    words: { _, _ in
                        "rows and columns are exchanged: the term is δ times a row, not a column times "
                            + "δ transposed"
                    }
                ) { $0.isTransposed = true })
        }
        return slips
    }

    // MARK: The steps

    /// The steps in which a fault is made.
    private enum Scope: Equatable {
        case all
        case beforeLast
        case only(Int)
    }

    /// The faults that can be made in every step, made in some.
    private static func ofSteps(_ scope: Scope, _ problem: TermProblem) -> [Slip<TermRecipe>] {
        var slips = shifts() + seen(problem) + forms()
        switch scope {
        case .all: slips = carries(problem) + slips
        case .only: slips += carries(problem).filter { $0.kind != zeroBeforeLast }
        case .beforeLast: break
        }
        return slips.map { slip in
            let (choice, place) =
                switch scope {
                case .all, .beforeLast: (slip.choice, "")
                case .only(let step): ("single", " in step \(step)")
                }
            return Slip<TermRecipe>(slip.kind + place, in: choice, words: slip.words) { recipe in
                switch scope {
                case .all:
                    slip.change(&recipe.everywhere)
                    if var last = recipe.last {
                        slip.change(&last)
                        recipe.last = last
                    }
                case .beforeLast:
                    recipe.last = recipe.last ?? recipe.everywhere
                    slip.change(&recipe.everywhere)
                case .only(let step):
                    var choices = recipe.choices(of: step, in: problem.steps)
                    slip.change(&choices)
                    recipe.single = (step, choices)
                }
            }
        }
    }

    /// A fault that can be made in every step.
    private struct StepSlip {
        /// The kind of fault.
        let kind: String
        /// The choice that it changes.
        let choice: String
        /// The fault in words.
        let words: Words
        /// Makes the change.
        let change: @Sendable (inout Step) -> Void

        /// Describes a fault; its words are those of its kind where none are given.
        init(
            _ kind: String, in choice: String, words: Words? = nil,
            change: @escaping @Sendable (inout Step) -> Void
        ) {
            self.kind = kind
            self.choice = choice
            self.words = words ?? { _, _ in kind }
            self.change = change
        }
    }

    /// The kind of fault that cannot be made in a single step.
    private static let zeroBeforeLast = "the terms before the last are zero"

    /// The faults of the way from a step to the one before.
    private static func carries(_ problem: TermProblem) -> [StepSlip] {
        var slips: [StepSlip] = [
            StepSlip(
                "W is missing", in: "carry",
                words: { problem, row in
                    let step = problem.step(ofRow: row)
                    return "W is missing on the way from step \(step + 1) to step \(step)"
                }
            ) { $0.carry = .missing },
            StepSlip(
                "δ is not carried", in: "carry",
                words: { problem, row in
                    let next = (problem.step(ofRow: row) + 1).lowered
                    return
                        "δ\(next) is not carried back: the term begins anew with V and ŷ - y, in "
                        + "place of W δ\(next)"
                }
            ) { $0.carry = .output },
            StepSlip(
                "every step begins with δ of the last", in: "carry",
                words: { problem, row in
                    let next = (problem.step(ofRow: row) + 1).lowered
                    return
                        "W δ\(problem.steps.lowered) stands where W δ\(next) belongs: δ is "
                        + "not kept from step to step"
                }
            ) { $0.carry = .last },
            StepSlip(
                "slopes are not carried", in: "carry",
                words: { problem, row in
                    let next = (problem.step(ofRow: row) + 1).lowered
                    return "g′(z\(next)) is missing: δ\(next) is carried back with its slope in it"
                }
            ) { $0.carry = .bare },
            StepSlip(zeroBeforeLast, in: "carry") {
                $0.carry = .nothing
            },
            StepSlip("W has the wrong sign", in: "carry") { $0.carry = .turned },
            StepSlip("W stands there twice", in: "carry") { $0.carry = .twice },
            StepSlip(
                "W and the state are multiplied", in: "carry",
                words: { problem, row in
                    let step = problem.step(ofRow: row)
                    return "there is a factor H\(step.lowered) too many beside W"
                }
            ) { $0.carry = .weightAndState },
        ]
        if problem.units > 1 {
            slips.insert(
                StepSlip(
                    "W stands where Wᵀ belongs", in: "carry",
                    words: { problem, row in
                        let next = (problem.step(ofRow: row) + 1).lowered
                        return "W δ\(next) stands where Wᵀ δ\(next) belongs"
                    }
                ) { $0.carry = .straight }, at: 0)
        }
        return slips
    }

    /// The faults of taking the slope of another step.
    private static func shifts() -> [StepSlip] {
        let words = { @Sendable (shift: Int) -> Words in
            { problem, row in
                let step = problem.step(ofRow: row)
                return slopes(min(max(step + shift, 0), problem.steps), for: step)
            }
        }
        return [
            StepSlip("the slope is that of the step after", in: "shift", words: words(1)) {
                $0.shift = 1
            },
            StepSlip("the slope is that of the step before", in: "shift", words: words(-1)) {
                $0.shift = -1
            },
            StepSlip("the slope is that of the last step", in: "shift", words: words(99)) {
                $0.shift = 99
            },
        ]
    }

    /// The words for one slope in place of another.
    private static func slopes(_ found: Int, for wanted: Int) -> String {
        "g′(z\(found.lowered)) stands where g′(z\(wanted.lowered)) belongs"
    }

    /// The faults of what the weight sees.
    private static func seen(_ problem: TermProblem) -> [StepSlip] {
        let isRecurrent = problem.weight == .recurrent
        let letter = isRecurrent ? "H" : "x"
        let right = isRecurrent ? "Hₖ₋₁" : "xₖ"
        let name = { @Sendable (letter: String, step: Int) in
            "\(letter)\(step.lowered)"
        }
        let wanted = { @Sendable (step: Int) in name(letter, isRecurrent ? step - 1 : step) }
        let words = {
            @Sendable (found: @escaping @Sendable (TermProblem, Int) -> String) -> Words in
            { problem, row in
                let step = problem.step(ofRow: row)
                return "\(found(problem, step)) stands where \(wanted(step)) belongs"
            }
        }
        let after = isRecurrent ? 0 : 1
        var slips: [StepSlip] = [
            StepSlip(
                "\(isRecurrent ? "Hₖ" : "xₖ₊₁") stands where \(right) belongs", in: "seen",
                words: words { name(letter, min($1 + after, $0.steps)) }
            ) { $0.seen = .after },
            StepSlip(
                "\(isRecurrent ? "Hₖ₋₂" : "xₖ₋₁") stands where \(right) belongs", in: "seen",
                words: words { name(letter, max($1 - 2 + after, after)) }
            ) { $0.seen = .before },
            StepSlip(
                "\(right) is missing", in: "seen",
                words: { problem, row in
                    "\(wanted(problem.step(ofRow: row))) is missing"
                }
            ) { $0.seen = .missing },
            StepSlip(
                "the last \(letter) stands where \(right) belongs", in: "seen",
                words: words { problem, _ in name(letter, problem.steps) }
            ) { $0.seen = .last },
            StepSlip(
                "the first \(letter) stands where \(right) belongs", in: "seen",
                words: words { _, _ in name(letter, after) }
            ) { $0.seen = .first },
            StepSlip(
                "\(right) has the wrong sign", in: "seen",
                words: { problem, row in
                    "\(wanted(problem.step(ofRow: row))) has the wrong sign"
                }
            ) { $0.seen = .turned },
            StepSlip(
                "the term is zero", in: "seen",
                words: { problem, row in
                    "the term is zero, although \(wanted(problem.step(ofRow: row))) is not"
                }
            ) { $0.seen = .zero },
        ]
        if isRecurrent, problem.x[0].count == problem.units {
            slips.append(
                StepSlip("xₖ stands where Hₖ₋₁ belongs", in: "seen", words: words { name("x", $1) })
                {
                    $0.seen = .input
                })
        }
        if !isRecurrent, problem.x[0].count == problem.units {
            slips.append(
                StepSlip(
                    "Hₖ₋₁ stands where xₖ belongs", in: "seen", words: words { name("H", $1 - 1) }
                ) {
                    $0.seen = .state
                })
        }
        return slips
    }

    /// The faults of the slope's form.
    private static func forms() -> [StepSlip] {
        let form = { @Sendable (found: @escaping @Sendable (String) -> String) -> Words in
            { problem, row in
                let index = problem.step(ofRow: row).lowered
                return "\(found("H\(index)")) stands where g′(z\(index)) = 1 - H\(index)² belongs"
            }
        }
        return [
            StepSlip(
                "the slope is missing", in: "form",
                words: { problem, row in
                    "g′(z\(problem.step(ofRow: row).lowered)) is missing"
                }
            ) { $0.slope = .missing },
            StepSlip("1 - H stands where 1 - H² belongs", in: "form", words: form { "1 - \($0)" }) {
                $0.slope = .oneMinus
            },
            StepSlip(
                "H (1 - H) stands where 1 - H² belongs", in: "form",
                words: form { "\($0) (1 - \($0)), the slope of a sigmoid," }
            ) { $0.slope = .sigmoid },
            StepSlip("g stands where g′ belongs", in: "form", words: form { $0 }) {
                $0.slope = .state
            },
            StepSlip("H² stands where 1 - H² belongs", in: "form", words: form { "\($0)²" }) {
                $0.slope = .square
            },
            StepSlip("tanh is taken twice", in: "form", words: form { "1 - tanh²(\($0))" }) {
                $0.slope = .again
            },
            StepSlip("the slope has the wrong sign", in: "form", words: form { "\($0)² - 1" }) {
                $0.slope = .turned
            },
            StepSlip(
                "the slope stands there twice", in: "form",
                words: { problem, row in
                    "g′(z\(problem.step(ofRow: row).lowered)) stands there twice"
                }
            ) { $0.slope = .twice },
            StepSlip("1 + H² stands where 1 - H² belongs", in: "form", words: form { "1 + \($0)²" })
            {
                $0.slope = .onePlus
            },
        ]
    }
}
