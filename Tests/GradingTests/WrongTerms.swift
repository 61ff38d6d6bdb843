import Recurrent

/// A wrong solution of the exercise, with what is wrong with it.
struct WrongTerms: CustomStringConvertible {
    /// The fault in words.
    var name: String

    /// The faults as the grader should name them; nil where they are not among the usual ones.
    var kinds: Set<String>?

    /// Changes the factors of the term of step k of T.
    var change: (inout FactorList, _ k: Int, _ steps: Int) -> Void = { _, _, _ in }

    /// Changes the list of terms.
    var rearrange: ([Matrix<Double>]) throws -> [Matrix<Double>] = { $0 }

    var description: String { name }

    /// The first step from the last on whose factors are changed, of four steps.
    var firstWrongStep: Int? {
        stride(from: 4, through: 1, by: -1).first { k in
            let right = FactorList.right(k, of: 4)
            var changed = right
            change(&changed, k, 4)
            return changed.differs(from: right, steps: 4)
        }
    }

    /// The solution for matrices.
    func terms(
        W: Matrix<Double>, V: Matrix<Double>, H: [Matrix<Double>], x: [Matrix<Double>],
        y: Matrix<Double>
    ) throws -> [Matrix<Double>] {
        let given = Given(W: W, V: V, H: H, x: x, y: y)
        return try rearrange(
            stride(from: given.steps, through: 1, by: -1).map { k in
                var list = FactorList.right(k, of: given.steps)
                change(&list, k, given.steps)
                return try list.value(given)
            })
    }

    /// The solution for numbers.
    func terms(W: Double, V: Double, H: [Double], x: [Double], y: Double) throws -> [Double] {
        try terms(
            W: .column([W]), V: .column([V]), H: H.map { .column([$0]) },
            x: x.map { .column([$0]) }, y: .column([y])
        ).map { try $0.value }
    }

    /// Both faults together; nil where the one undoes what the other does.
    func and(_ other: WrongTerms) -> WrongTerms {
        WrongTerms(
            name: "\(name); \(other.name)",
            kinds: kinds.flatMap { kinds in other.kinds.map { kinds.union($0) } },
            change: { list, k, steps in
                change(&list, k, steps)
                other.change(&list, k, steps)
            },
            rearrange: { try other.rearrange(rearrange($0)) })
    }
}

extension WrongTerms {
    // MARK: The usual faults

    /// The faults that the exercise names, for numbers; each with the words of the grader.
    static var listed: [WrongTerms] {
        [
            WrongTerms(name: "missing W", kinds: ["W is missing"]) { list, _, _ in
                list.factors.removeAll { $0 == .weight || $0 == .straightWeight }
            },
            WrongTerms(
                name: "slope of the step after", kinds: ["the slope is that of the step after"]
            ) {
                list, _, _ in list.shiftSlopes(by: 1, exceptFor: nil)
            },
            WrongTerms(
                name: "slope of the step before", kinds: ["the slope is that of the step before"]
            ) { list, _, _ in list.shiftSlopes(by: -1, exceptFor: nil) },
            WrongTerms(
                name: "slope of the step before on the way back",
                kinds: ["the slope is that of the step before"]
            ) { list, _, steps in list.shiftSlopes(by: -1, exceptFor: steps) },
            WrongTerms(name: "H_k for H_{k-1}", kinds: ["Hₖ stands where Hₖ₋₁ belongs"]) {
                list, k, _ in
                list.seen = .state(k)
            },
            WrongTerms(name: "V forgotten", kinds: ["V is missing"]) { list, _, _ in
                list.factors.removeAll { $0 == .readout }
            },
            WrongTerms(name: "1/2 forgotten", kinds: ["the 1/2 of the loss is forgotten"]) {
                list, _, _ in list.factors.append(.constant(2))
            },
            WrongTerms(
                name: "without the last step", kinds: ["the term of the last step is missing"],
                rearrange: { Array($0.dropFirst()) }),
            WrongTerms(name: "sign", kinds: ["the sign is turned round"]) { list, _, _ in
                list.factors.append(.constant(-1))
            },
            WrongTerms(name: "no carry", kinds: ["δ is not carried"]) { list, k, steps in
                list.forgetWayBack(to: k, of: steps)
            },
        ]
    }

    /// A usual fault beyond those that the exercise names.
    static var weightTooMany: WrongTerms {
        WrongTerms(
            name: "W before the last step", kinds: ["there is a W too many before the last step"]
        ) { list, _, _ in
            list.factors.insert(.weight, at: 2)
        }
    }

    /// The fault that only matrices show.
    static var straightWeight: WrongTerms {
        WrongTerms(name: "W for Wᵀ", kinds: ["W stands where Wᵀ belongs"]) { list, _, _ in
            for index in list.factors.indices where list.factors[index] == .weight {
                list.factors[index] = .straightWeight
            }
        }
    }

    /// Every two of the usual faults that do not change the same factor.
    static func doubles(of faults: [WrongTerms]) -> [WrongTerms] {
        faults.indices.flatMap { first in
            faults[(first + 1)...].compactMap { second in
                let (one, other) = (faults[first], second)
                if one.kinds == other.kinds { return nil }
                let names = [one.name, other.name]
                // Two slopes, and two things that δ may be, are one choice each.
                if names.allSatisfy({ $0.hasPrefix("slope") }) { return nil }
                let carries = ["missing W", "no carry", "W for Wᵀ"]
                if names.allSatisfy({ carries.contains($0) }) { return nil }
                return one.and(other)
            }
        }
    }

    // MARK: Unlisted faults

    /// Returns a fault that nobody has listed: a random change of some factors of some steps.
    static func random(_ generator: inout Xoshiro256) -> WrongTerms {
        let from = generator.integer(below: 4) + 1
        let isSingle = generator.integer(below: 2) == 0
        let concerns = { (k: Int) in isSingle ? k == from : k <= from }
        let place = isSingle ? "in step \(from)" : "from step \(from) on"
        let constant = [-1, 0.5, 3, 1.5, -0.1, 0][generator.integer(below: 6)]
        let shift = [-3, -2, 2, 3][generator.integer(below: 4)]
        let step = generator.integer(below: 4) + 1
        switch generator.integer(below: 9) {
        case 0:
            return WrongTerms(name: "times \(constant) \(place)") { list, k, _ in
                if concerns(k) { list.factors.append(.constant(constant)) }
            }
        case 1:
            return WrongTerms(name: "H of \(shift) steps later \(place)") { list, k, _ in
                if concerns(k) { list.seen = .state(k - 1 + shift) }
            }
        case 2:
            return WrongTerms(name: "a factor H\(step) \(place)") { list, k, _ in
                if concerns(k) { list.factors.append(.state(step)) }
            }
        case 3:
            return WrongTerms(name: "a factor x\(step) \(place)") { list, k, _ in
                if concerns(k) { list.factors.append(.input(step)) }
            }
        case 4:
            return WrongTerms(name: "1 - H for 1 - H² \(place)") { list, k, _ in
                if concerns(k) {
                    for index in list.factors.indices where list.factors[index] == .slope(k) {
                        list.factors[index] = .oneMinus(k)
                    }
                }
            }
        case 5:
            return WrongTerms(name: "without the slope of step \(step) \(place)") { list, k, _ in
                if concerns(k) { list.factors.removeAll { $0 == .slope(step) } }
            }
        case 6:
            return WrongTerms(name: "one W too many \(place)") { list, k, _ in
                if concerns(k) { list.factors.append(.weight) }
            }
        case 7:
            return WrongTerms(name: "one W too few \(place)") { list, k, _ in
                if concerns(k), let index = list.factors.lastIndex(of: .weight) {
                    list.factors.remove(at: index)
                }
            }
        default:
            return WrongTerms(name: "x\(step) for H \(place)") { list, k, _ in
                if concerns(k) { list.seen = .input(step) }
            }
        }
    }

    /// Faults that are not about factors; each is wrong from the last step on.
    static var odd: [WrongTerms] {
        [
            WrongTerms(
                name: "running sums",
                rearrange: { terms in
                    try terms.indices.map {
                        try terms[...$0].dropFirst().reduce(terms[0]) { try $0 + $1 }
                    }
                }),
            WrongTerms(name: "squares", rearrange: { $0.map { $0.map { $0 * $0 } } }),
            WrongTerms(
                name: "rounded", rearrange: { $0.map { $0.map { (100 * $0).rounded() / 100 } } }),
            WrongTerms(
                name: "divided by T", rearrange: { terms in terms.map { $0 / Double(terms.count) } }
            ),
            WrongTerms(name: "zeros", rearrange: { $0.map { $0.map { _ in 0 } } }),
            WrongTerms(name: "sizes", rearrange: { $0.map { $0.map(\.magnitude) } }),
            WrongTerms(name: "swapped", rearrange: { [$0[1], $0[0]] + $0.dropFirst(2) }),
            WrongTerms(name: "shifted", rearrange: { $0.map { $0.map { $0 + 0.25 } } }),
            WrongTerms(name: "one too many", rearrange: { $0 + [$0[0]] }),
            WrongTerms(
                name: "sum",
                rearrange: { terms in
                    [try terms.dropFirst().reduce(terms[0]) { try $0 + $1 }]
                }),
        ]
    }
}

extension FactorList {
    /// Takes the slopes of other steps.
    mutating func shiftSlopes(by shift: Int, exceptFor kept: Int?) {
        for index in factors.indices {
            guard case .slope(let step) = factors[index], step != kept else { continue }
            factors[index] = .slope(step + shift)
        }
    }

    /// Begins anew with V and ŷ - y in a step before the last.
    mutating func forgetWayBack(to k: Int, of steps: Int) {
        guard k < steps else { return }
        // Whatever else has been done to the factors is kept: only W and the other slopes go.
        var slopes = 0
        let all = factors.count { if case .slope = $0 { true } else { false } }
        factors = factors.filter { factor in
            switch factor {
            case .weight, .straightWeight: return false
            case .slope:
                slopes += 1
                return slopes == all
            default: return true
            }
        }
    }
}
