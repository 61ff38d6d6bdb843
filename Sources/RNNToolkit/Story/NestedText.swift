internal import Recurrent

/// A nested expansion formatted as text: the whole in symbols, then bracket by bracket from the
/// inside out in numbers.
struct NestedText<Scalar: RealScalar> {
    /// The expansion.
    private let expansion: NestedBrackets<Scalar>

    /// Creates a formatter of an expansion.
    init(_ expansion: NestedBrackets<Scalar>) { self.expansion = expansion }

    /// The lines, at most 80 columns wide.
    var lines: [String] {
        guard let outermost = expansion.brackets.last else { return [] }
        let symbol = "∂L/∂\(expansion.weight.rawValue)"
        let last = outermost.step.lowered
        let whole = "\(symbol) = ∂L/∂ŷ V g′(z\(last)) \(letters(of: outermost, isWhole: true))"
        let shown = expansion.brackets.filter { $0.step >= expansion.innermostShown }
        let names = shown.map { letters(of: $0, isWhole: false) }
        let width = names.map(\.count).max() ?? 0
        let rows = zip(shown, names).map { bracket, name in
            let padding = String(repeating: " ", count: width - name.count)
            return "  \(name)\(padding)" + values(of: bracket)
        }
        let factors = [
            expansion.outputGradient, expansion.V, outermost.slope, outermost.value,
        ]
        let product = symbol + equals(product(of: factors), expansion.value)
        return ([whole] + rows + [product]).flatMap(Self.fitted)
    }

    /// Returns a bracket in symbols.
    ///
    /// - Parameter isWhole: whether its contents are written out as well.
    private func letters(of bracket: NestedBrackets<Scalar>.Bracket, isWhole: Bool) -> String {
        guard bracket.step >= expansion.innermostShown || !isWhole else { return "[…]" }
        let seen =
            expansion.weight == .recurrent
            ? "H\((bracket.step - 1).lowered)" : "x\(bracket.step.lowered)"
        guard bracket.step > 1 else { return "[\(seen) + W ∂H₀/∂\(expansion.weight.rawValue)]" }
        let before = expansion.brackets[bracket.step - 2]
        let inner = isWhole ? letters(of: before, isWhole: true) : "[…]"
        return "[\(seen) + W g′(z\(before.step.lowered)) \(inner)]"
    }

    /// Returns a bracket in numbers, with its value.
    private func values(of bracket: NestedBrackets<Scalar>.Bracket) -> String {
        guard let seen = bracket.seen.single, let weight = expansion.W.single else {
            return equals(nil, bracket.value)
        }
        var inner = [weight, 0]
        if bracket.step > 1 {
            let before = expansion.brackets[bracket.step - 2]
            inner = [weight, before.slope.single ?? .nan, before.value.single ?? .nan]
        }
        let sum = FormulaNumber.spelling(of: seen) + " + " + FormulaNumber.product(of: inner)
        return equals(sum, bracket.value)
    }

    /// Returns a calculation with its result, or only the norm of the result.
    private func equals(_ calculation: String?, _ value: Matrix<Scalar>) -> String {
        guard let single = value.single, let calculation else {
            return " has norm " + FormulaNumber.spelling(of: value.norm.shown)
        }
        return " = \(calculation) = \(FormulaNumber.spelling(of: single))"
    }

    /// Returns the product of factors that are all single numbers.
    private func product(of factors: [Matrix<Scalar>]) -> String? {
        let numbers = factors.compactMap(\.single)
        return numbers.count == factors.count ? FormulaNumber.product(of: numbers) : nil
    }

    /// Returns a line that fits, or two: a long one is broken before its last equals sign.
    private static func fitted(_ line: String) -> [String] {
        guard line.count > 80, let sign = line.lastIndex(of: "=") else { return [line] }
        return [String(line[..<sign].dropLast()), "      " + line[sign...]]
    }
}
