internal import Plotting
internal import Recurrent

/// A nested expansion of a cell with gates formatted as text: the whole in symbols, then bracket by
/// bracket from the inside out in numbers, each with its gates.
struct StateText<Scalar: RealScalar> {
    /// The expansion.
    private let expansion: StateBrackets<Scalar>

    /// Creates a formatter of an expansion.
    init(_ expansion: StateBrackets<Scalar>) { self.expansion = expansion }

    /// The lines, at most 80 columns wide.
    var lines: [String] {
        guard let last = expansion.brackets.last else { return [] }
        let letter = expansion.letter
        let symbol = "∂L/∂\(letter) = ∂L/∂h\(last.step.lowered)"
        let states = (expansion.hasCell ? "c′ₖ = ∂cₖ/∂\(letter), " : "") + "h′ₖ = ∂hₖ/∂\(letter)"
        var lines = ["\(symbol) \(whole(last))", "  \(states)", "  \(legend)"]
        for bracket in expansion.brackets where bracket.step >= expansion.innermostShown {
            lines += rows(of: bracket)
        }
        let product = "\(symbol) h′\(last.step.lowered)"
        lines.append(
            equals(product, [[expansion.outputGradient, last.value]], expansion.value))
        return lines.flatMap(Self.fitted)
    }

    /// The meaning of the letters.
    private var legend: String {
        guard expansion.keepingLetter != nil else { return "D: direct term, A = ∂hₖ/∂hₖ₋₁" }
        guard !expansion.isOfBlocks else {
            return "D, E: direct terms, C: ∂cₖ/∂cₖ₋₁, A: ∂cₖ/∂hₖ₋₁, S: ∂hₖ/∂cₖ₋₁, B: ∂hₖ/∂hₖ₋₁"
        }
        let own = expansion.gate == .output ? ", E: direct term" : ""
        let gates = expansion.hasCell ? "i, f and g, B: through o\(own)" : "the gates"
        return "D: direct term, A: effect of hₖ₋₁ through \(gates)"
    }

    /// Returns h′ of a step in symbols, with everything inside it.
    private func whole(_ bracket: StateBrackets<Scalar>.Bracket) -> String {
        guard bracket.output != nil else { return inner(bracket) }
        let k = bracket.step
        guard !expansion.isOfBlocks else { return "[\(blocks(k, before: innerText(before: k)))]" }
        let own = expansion.gate == .output ? " + E\(k.lowered)" : ""
        return "[\(slope(k)) \(inner(bracket)) + B\(k.lowered) h′\((k - 1).lowered)\(own)]"
    }

    /// Returns an inner bracket in symbols, with everything inside it.
    private func inner(_ bracket: StateBrackets<Scalar>.Bracket) -> String {
        let k = bracket.step
        guard k >= expansion.innermostShown else { return "[…]" }
        return "[\(sum(k, innerText(before: k)))]"
    }

    /// Returns the inner bracket of the step before another one.
    private func innerText(before k: Int) -> String {
        k > 1 ? inner(expansion.brackets[k - 2]) : "\(expansion.innerLetter)′₀"
    }

    /// Returns the terms of h′ of equations with two states in symbols.
    private func blocks(_ k: Int, before: String) -> String {
        let step = k.lowered
        return "E\(step) + S\(step) \(before) + B\(step) h′\((k - 1).lowered)"
    }

    /// Returns the terms of an inner bracket in symbols.
    private func sum(_ k: Int, _ before: String) -> String {
        let step = k.lowered
        guard let gate = expansion.keepingLetter else { return "D\(step) + A\(step) \(before)" }
        let kept = gate == "1" ? before : "\(gate)\(step) \(before)"
        return "D\(step) + \(kept) + A\(step) h′\((k - 1).lowered)"
    }

    /// The slope between c and h in symbols.
    private func slope(_ k: Int) -> String { "o\(k.lowered)g′(c\(k.lowered))" }

    /// Returns the lines of a bracket in numbers: its values, then its gates.
    private func rows(of bracket: StateBrackets<Scalar>.Bracket) -> [String] {
        let (k, step) = (bracket.step, bracket.step.lowered)
        let before = k > 1 ? expansion.brackets[k - 2] : nil
        let none = bracket.inner.map { _ in 0 }
        let (oldInner, oldValue) = (before?.inner ?? none, before?.value ?? none)
        let letter = expansion.innerLetter
        var terms = [[bracket.direct]]
        if let kept = bracket.kept {
            terms.append(expansion.keepingLetter == "1" ? [oldInner] : [kept, oldInner])
        }
        terms.append([bracket.throughGates, oldValue])
        var lines: [String] = []
        // With blocks, h′ of the last step follows from c′ of the step before.
        if !expansion.isOfBlocks || k < expansion.brackets.count {
            let symbols = "\(letter)′\(step) = \(sum(k, "\(letter)′\((k - 1).lowered)"))"
            lines.append("  " + equals(symbols, terms, bracket.inner))
        }
        if let output = bracket.output, expansion.isOfBlocks {
            let symbols = "h′\(step) = \(blocks(k, before: "c′\((k - 1).lowered)"))"
            let terms = [
                [output.direct], [output.slope, oldInner], [output.throughGate, oldValue],
            ]
            lines.append("  " + equals(symbols, terms, output.value))
        } else if let output = bracket.output {
            var symbols = "h′\(step) = \(slope(k)) c′\(step) + B\(step) h′\((k - 1).lowered)"
            var terms = [[output.slope, bracket.inner], [output.throughGate, oldValue]]
            if expansion.gate == .output {
                symbols += " + E\(step)"
                terms.append([output.direct])
            }
            lines.append("  " + equals(symbols, terms, output.value))
        }
        let gates = expansion.shownGates(of: bracket).map { symbol, value in
            "\(symbol)\(step) = " + Self.measure(value)
        }
        let isMean = bracket.inner.rows > 1
        if !gates.isEmpty {
            lines.append("    \(isMean ? "mean" : "with") " + gates.joined(separator: ", "))
        }
        return lines
    }

    /// Returns symbols with their numbers and the result, or only the norm of the result.
    private func equals(
        _ symbols: String, _ terms: [[Matrix<Scalar>]], _ value: Matrix<Scalar>
    ) -> String {
        let numbers = terms.map { $0.compactMap(\.single) }
        guard let single = value.single, zip(numbers, terms).allSatisfy({ $0.count == $1.count })
        else { return "\(symbols) has norm \(FormulaNumber.spelling(of: value.norm.shown))" }
        let sum = numbers.map(FormulaNumber.product).joined(separator: " + ")
        return "\(symbols) = \(sum) = \(FormulaNumber.spelling(of: single))"
    }

    /// Returns a gate's value, or the mean over its units.
    private static func measure(_ value: Matrix<Scalar>) -> String {
        guard let single = value.single else {
            let mean = value.elements.reduce(0.0) { $0 + $1.shown } / Double(value.elements.count)
            return FormulaNumber.spelling(of: mean)
        }
        return FormulaNumber.spelling(of: single)
    }

    /// Returns a line in parts of at most 80 columns, broken before plus and equals signs or, without
    /// any, after commas.
    private static func fitted(_ line: String) -> [String] {
        var (lines, rest) = ([String](), Substring(line))
        while rest.count > 80 {
            let head = rest.prefix(80)
            let places = head.indices.dropFirst(12)
            let end =
                places.last { "=+".contains(head[$0]) }
                ?? places.last { head[$0] == "," }.map { head.index(after: $0) }
            guard let end else { break }
            lines.append(String(rest[..<end]).trimmedAtEnd)
            rest = Substring("      " + rest[end...].drop { $0 == " " })
        }
        return lines + [String(rest)]
    }
}
