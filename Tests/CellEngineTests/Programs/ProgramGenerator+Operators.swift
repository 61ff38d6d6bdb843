extension ProgramGenerator {
    /// Parts with operators and with declarations that are used without being named.
    static var operatorParts: [Part] {
        [
            operatorsInType, operatorsInType, operatorsInType, customOperator, patternMatch,
            ownFunctions, interpolation,
        ]
    }

    /// A type with operators in it, in an extension or at the top level.
    private static func operatorsInType(_ g: inout ProgramGenerator) -> [String] {
        let plain = g.name("Vector")
        let outer = g.name("Outer")
        let isNested = g.chance(4)
        let type = isNested ? "\(outer).\(plain)" : plain
        var operators = [
            "static func + (a: Self, b: Self) -> Self { make(a.x + b.x) }",
            "static func - (a: Self, b: Self) -> Self { make(a.x - b.x) }",
            "static prefix func - (a: Self) -> Self { make(-a.x) }",
            "static prefix func ! (a: Self) -> Bool { a.x == 0 }",
            "static func * (a: Int, b: Self) -> Self { make(a * b.x) }",
            "static func += (a: inout Self, b: Self) { a = make(a.x + b.x) }",
            "static func < (a: Self, b: Self) -> Bool { a.x < b.x }",
            "static func == (a: Self, b: Int) -> Bool { a.x == b }",
            "static func ~= (a: Self, b: Int) -> Bool { a.x == b }",
            "static func << (a: Self, b: Int) -> Self { make(a.x << b) }",
            "static func ... (a: Self, b: Self) -> [Int] { [a.x, b.x] }",
            "static prefix func ~ (a: Self) -> Self { make(~a.x) }",
        ].map { $0.replacing("Self", with: type) }
        let uses = [
            "print((V + W).x)", "print((V - W).x)", "print((-V).x)", "print(!V)",
            "print((3 * V).x)",
            "do { var v = V; v += W; print(v.x) }", "print(V < W, W < V)", "print(V == 1)",
            "switch 2 { case V: print(\"v\"); case W: print(\"w\"); default: print(\"none\") }",
            "print((V << 2).x)", "print(V...W)", "print([V, W].map { (~$0).x })",
        ]
        let kind = g.pick("struct", "struct", "final class", "enum")
        let storage =
            kind == "enum"
            ? """
            case value(Int)
                var x: Int { if case .value(let x) = self { x } else { 0 } }
                static func make(_ x: Int) -> \(type) { .value(x) }
            """
            : """
            var x: Int
                init(x: Int) { self.x = x }
                static func make(_ x: Int) -> \(type) { \(type)(x: x) }
            """
        var chosen: [(String, String)] = []
        for index in operators.indices where g.chance() {
            chosen.append((operators[index], uses[index]))
        }
        if chosen.isEmpty { chosen = [(operators[0], uses[0])] }
        operators = chosen.map(\.0)
        let inside = g.chance(3) ? [] : operators
        let body = ([storage] + inside).map { "    \($0)\n" }.joined()
        var items = ["\(kind) \(plain) {\n\(body)}"]
        if isNested { items = ["enum \(outer) {\n\(items[0])\n}"] }
        if inside.isEmpty {
            items.append("extension \(type) {\n\(operators.map { "    \($0)\n" }.joined())}")
        }
        let (first, second) = (g.name("first"), g.name("second"))
        items.append("let \(first) = \(type).make(\(g.number())), \(second) = \(type).make(2)")
        items += chosen.map { use in
            use.1.replacing("V", with: first)
                .replacing("W", with: second)
        }
        return items
    }

    /// A custom operator, with or without a custom precedence group.
    private static func customOperator(_ g: inout ProgramGenerator) -> [String] {
        let symbol = g.pick("**", "<+>", "|>", "%%", "±", "•")
        let other = g.pick("~~>", "^^^", "<->")
        guard g.claim(symbol) else { return [] }
        let group = g.name("Rank")
        let side = g.pick("left", "right")
        let bound = g.pick("higherThan: MultiplicationPrecedence", "lowerThan: AdditionPrecedence")
        var items = ["precedencegroup \(group) { \(bound) associativity: \(side) }"]
        items.append("infix operator \(symbol): \(group)")
        items.append("func \(symbol) (a: Int, b: Int) -> Int { 2 * a - b }")
        items.append("print(7 \(symbol) 5 + 1 \(symbol) 2 * 3)")
        items.append("print([3, 4].reduce(1, \(symbol)))")
        if g.chance(), g.claim(other) {
            items.append("infix operator \(other): \(group)")
            items.append("func \(other) (a: Int, b: Int) -> Int { a + 10 * b }")
            items.append("print(1 \(other) 2 \(symbol) 3 \(other) 4)")
        }
        let mark = g.pick("√", "¬")
        if g.chance(), g.claim(mark) {
            items.append("prefix operator \(mark)")
            items.append("prefix func \(mark) (a: Int) -> Int { a * a }")
            items.append("print(\(mark)3 \(symbol) \(mark)2)")
        }
        return items
    }

    /// A pattern-matching operator, used by a `switch` that does not name it.
    private static func patternMatch(_ g: inout ProgramGenerator) -> [String] {
        let type = g.name("Pattern")
        let isMember = g.chance()
        let function = "func ~= (pattern: \(type), value: Int) -> Bool { value % pattern.n == 0 }"
        return [
            "struct \(type) { var n: Int }",
            isMember ? "extension \(type) { static \(function) }" : function,
            """
            switch \(g.number(4...30)) {
            case \(type)(n: \(g.number())): print("first")
            case \(type)(n: 2): print("even")
            default: print("other")
            }
            """,
        ]
    }

    /// Elementary functions and types with the same names as those of the prelude.
    private static func ownFunctions(_ g: inout ProgramGenerator) -> [String] {
        let function = g.pick("tanh", "exp", "sin", "sqrt", "floor", "log", "cosh", "erf")
        let type = g.pick("Matrix", "Table", "Line", "Figure", "Adam", "Point", "Shape")
        guard g.claim(function), g.claim(type) else { return [] }
        var items = [
            "func \(function)(_ x: Double) -> Double { x + \(g.number()) }",
            "print(\(function)(2.0), [0.5, 1].map(\(function)))",
            "struct \(type) { var n = \(g.number()); func \(function)() -> Int { n } }",
            "print(\(type)().n, \(type)().\(function)(), \(type)(n: 1))",
            "print(\(function)(1) + \(function)(0.5))",
        ]
        if g.chance(), g.claim("pow") {
            items.append("func pow(_ x: Double, _ y: Double) -> Double { x * 100 + y }")
            items.append("print(pow(2.0, 3.0), pow(1, 2))")
        }
        return items
    }

    /// A custom interpolation, used by a string that does not name it.
    private static func interpolation(_ g: inout ProgramGenerator) -> [String] {
        let label = g.name("percent").lowercased()
        let value = g.name("share")
        return [
            """
            extension DefaultStringInterpolation {
                mutating func appendInterpolation(\(label) value: Double) {
                    appendLiteral("\\(Int(value * 100)) %")
                }
            }
            """,
            "let \(value) = 0.\(g.number(1...9))",
            "print(\"\\(\(label): \(value)) of \\(\(label): 0.5)\")",
        ]
    }
}
