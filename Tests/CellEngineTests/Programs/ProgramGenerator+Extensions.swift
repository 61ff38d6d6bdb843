extension ProgramGenerator {
    /// Parts with extensions, and with code that uses them without naming them.
    static var extensionParts: [Part] {
        [builder, foreignExtension, delegatingInitializer, wrappers]
    }

    /// A result builder whose methods are in two items.
    private static func builder(_ g: inout ProgramGenerator) -> [String] {
        let (type, f) = (g.name("Builder"), g.name("build"))
        return [
            "@resultBuilder struct \(type) { static func buildBlock(_ p: [String]...) -> [String] "
                + "{ p.flatMap { $0 } } }",
            "extension \(type) { static func buildExpression(_ s: String) -> [String] { [s] }\n"
                + "    static func buildExpression(_ n: Int) -> [String] { [\"#\\(n)\"] } }",
            "extension \(type) { static func buildOptional(_ p: [String]?) -> [String] { p ?? [\"-\"] }\n"
                + "    static func buildEither(first p: [String]) -> [String] { p }\n"
                + "    static func buildEither(second p: [String]) -> [String] { p }\n"
                + "    static func buildArray(_ p: [[String]]) -> [String] { p.flatMap { $0 } } }",
            "func \(f)(@\(type) _ body: () -> [String]) -> String { body().joined(separator: \",\") }",
            "print(\(f) { \"a\"; \(g.number()); if \(g.chance()) { \"yes\" }; "
                + "if \(g.chance()) { 1 } else { \"no\" }; for i in 0..<2 { i } })",
        ]
    }

    /// Members of a type of the library.
    private static func foreignExtension(_ g: inout ProgramGenerator) -> [String] {
        let (a, b, c) = (g.name("tripled"), g.name("middle"), g.name("tally"))
        return [
            "extension Int { var \(a): Int { 3 * self }; static func \(a)(_ n: Int) -> Int { n * 3 } }",
            "extension Array where Element: Comparable { func \(b)() -> Element? { "
                + "sorted()[safe\(b): count / 2] } ; subscript(safe\(b) i: Int) -> Element? "
                + "{ indices.contains(i) ? self[i] : nil } }",
            "print(\(g.number()).\(a), Int.\(a)(2), [3, 1, 2].\(b)() as Any)",
            "extension Sequence where Element: Hashable { func \(c)() -> Int { Set(self).count } }",
            "print([1, 1, 2].\(c)(), \"hello\".\(c)())",
        ]
    }

    /// A delegating initializer in an extension.
    private static func delegatingInitializer(_ g: inout ProgramGenerator) -> [String] {
        let type = g.name("Fraction")
        return [
            "struct \(type) { var n: Int; var d: Int }",
            "extension \(type) { init(_ n: Int) { self.init(n: n, d: 1) }; "
                + "init?(text: String) { guard let v = Int(text) else { return nil }; self.init(v) } }",
            "print(\(type)(\(g.number())).d, \(type)(text: \"8\")?.n ?? 0, \(type)(text: \"x\") == nil)",
            "extension \(type): CustomStringConvertible { var description: String { \"\\(n)/\\(d)\" } }",
            "print(\(type)(n: 1, d: 2), [\(type)(3)])",
        ]
    }

    /// Functions that take closures in every way.
    private static func wrappers(_ g: inout ProgramGenerator) -> [String] {
        let (f, h, total) = (g.name("apply"), g.name("delayed"), g.name("counter"))
        return [
            "func \(f)<T>(_ x: T, times n: Int = 2, _ body: (T) -> T) -> T { (0..<n).reduce(x) { v, _ in body(v) } }",
            "func \(h)(_ value: @autoclosure () -> Int) -> () -> Int { let v = value(); return { v + 1 } }",
            "var \(total) = \(g.number())",
            "let \(h)Closure = { (n: Int) -> Int in \(total) += n; return \(total) }",
            "print(\(f)(3) { $0 * 2 }, \(f)(\"a\", times: 3) { $0 + \"b\" }, \(h)(\(total))())",
            "print(\(h)Closure(2), \(total)); \(total) = 0",
            "print(\(h)Closure(5), \(total))",
        ]
    }
}
