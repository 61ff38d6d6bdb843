extension Recording {
    /// Returns the equation of a line as a person would write it, with long parts left out.
    func text(of line: Int) -> String { text(of: line, depth: 0).text }

    /// The equation of a line, and how tightly its parts hold together: 0 for sums, 1 for products,
    /// 2 for what needs no brackets.
    private func text(of line: Int, depth: Int) -> (text: String, tightness: Int) {
        let entry = lines[line]
        if depth > 0, let name = entry.name { return (name, 2) }
        // Operands may be shared and chains long; what is left out costs nothing.
        guard depth < 8 else { return ("…", 2) }
        func inner(_ operand: Int, _ tightness: Int) -> String {
            let part = text(of: operand, depth: depth + 1)
            let text = part.text.count > 32 && depth > 0 ? "…" : part.text
            return part.tightness < tightness ? "(\(text))" : text
        }
        switch entry.operation {
        case .leaf(let leaf): return (leaf.rawValue, 2)
        case .weight(let declaration): return (declaration.name, 2)
        case .constant(let shape, let numbers):
            return (numbers.count == 1 ? numbers[0].plain : "a constant \(shape)", 2)
        case .function(.identity, let a): return text(of: a, depth: depth)
        case .function(.negative, let a): return ("-" + inner(a, 1), 1)
        case .function(.square, let a): return (inner(a, 2) + "²", 2)
        case .function(let function, let a): return ("\(function.rawValue)(\(inner(a, 0)))", 2)
        case .arithmetic(let sign, let a, let b):
            let isSum = sign == .plus || sign == .minus
            let right = isSum && sign == .plus ? 0 : isSum ? 1 : 2
            return ("\(inner(a, isSum ? 0 : 1)) \(sign.rawValue) \(inner(b, right))", isSum ? 0 : 1)
        case .product(let a, let b): return ("\(inner(a, 1)) • \(inner(b, 2))", 1)
        case .transposed(let a): return ("\(inner(a, 2)).transposed", 2)
        case .sum(let a): return ("\(inner(a, 2)).sum", 2)
        case .mean(let a): return ("\(inner(a, 2)).mean", 2)
        case .part(let a, let index, let count):
            return ("\(inner(a, 2)).part(\(index), of: \(count))", 2)
        case .stacked(let a, let b): return ("\(inner(a, 2)).above(\(inner(b, 0)))", 2)
        case .softmax(let a): return ("softmax(\(inner(a, 0)))", 2)
        }
    }
}

extension Double {
    /// The number without a fraction that is zero.
    fileprivate var plain: String {
        let text = "\(self)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
