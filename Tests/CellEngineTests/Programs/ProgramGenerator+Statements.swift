extension ProgramGenerator {
    /// Parts with statements at the top level.
    static var statementParts: [Part] {
        [guards, guards, conditionalCompilation, globals, loops, regex]
    }

    /// A `guard` whose names are visible afterwards.
    private static func guards(_ g: inout ProgramGenerator) -> [String] {
        let (a, b, c, f) = (g.name("given"), g.name("word"), g.name("pair"), g.name("reader"))
        let word = g.pick("let", "var")
        return [
            "let \(c)Source: (Int, String)? = (\(g.number()), \"p\")",
            "guard \(word) \(a) = Optional(\(g.number())) else { fatalError() }",
            "guard let \(b) = [\"x\", \"yz\"].last, \(b).count > 1, \(b) != \"q\" else { fatalError(\"none\") }",
            "func \(f)() -> String { \"\\(\(a)) \\(\(b))\" }",
            word == "var" ? "\(a) += 1; print(\(f)(), \(a))" : "print(\(f)(), \(a))",
            "guard case (let \(c)N, let \(c)S)? = \(c)Source, \(c)N > 0 else { fatalError() }",
            "print(\(c)N, \(c)S, \(b))",
        ]
    }

    /// Declarations in `#if` clauses, some of which are inactive.
    private static func conditionalCompilation(_ g: inout ProgramGenerator) -> [String] {
        let (f, v, t) = (g.name("platform"), g.name("mode"), g.name("Cond"))
        let condition = g.pick(
            "os(Linux)", "os(macOS)", "DEBUG", "swift(>=5.5)", "swift(>=6.0)", "compiler(>=6.0)",
            "canImport(Foundation)", "canImport(UIKit)", "os(Linux) && !DEBUG",
            "arch(x86_64) || arch(arm64)",
            "swift(<5)", "targetEnvironment(simulator)", "hasFeature(BareSlashRegexLiterals)",
            "false", "true")
        return [
            "let \(v) = \"before\"; let \(v)b = \"kept\"",
            """
            #if \(condition)
            func \(f)() -> String { "yes" }
            struct \(t) { var n = 1 }
            #else
            func \(f)(_ x: Int = 0) -> String { "no" }
            struct \(t) { var n = 2; var m = 3 }
            #endif
            """,
            "print(\(f)(), \(t)().n, \(v), \(v)b)",
            """
            #if !(\(condition)) && os(Linux)
            print("not")
            #elseif os(Linux)
            let \(v)c = 3
            print("is", \(v)c)
            #endif
            """,
        ]
    }

    /// Global variables of all kinds.
    private static func globals(_ g: inout ProgramGenerator) -> [String] {
        let (a, b, c, f) = (
            g.name("observed"), g.name("computed"), g.name("list"), g.name("change")
        )
        return [
            "var \(a) = \(g.number()) { didSet { print(\"from\", oldValue, \"to\", \(a)) } }",
            "var \(b): Int { get { \(a) * 2 } set { \(a) = newValue } }",
            "\(a) += 1", "\(b) = 10; print(\(b))",
            "var \(c): [String: [Int]] = [:]",
            "func \(f)(_ x: inout [String: [Int]], key: String) { x[key, default: []].append(\(b)) }",
            "\(f)(&\(c), key: \"k\"); \(f)(&\(c), key: \"k\"); print(\(c))",
            "let (\(a)a, \(a)b): (Int, Double) = (1, 2.5), \(c)c = \"z\"; print(\(a)a, \(a)b, \(c)c)",
        ]
    }

    /// Loops and labels.
    private static func loops(_ g: inout ProgramGenerator) -> [String] {
        let (n, f) = (g.name("steps"), g.name("fib"))
        return [
            "func \(f)(_ n: Int) -> Int { n < 2 ? n : \(f)(n - 1) + \(f)(n - 2) }",
            "var \(n) = 0",
            "outer: for i in 1...\(g.number()) { for j in 1...3 { if j == 2 { continue outer }; "
                + "if i == 4 { break outer }; \(n) += i * j } }",
            "print(\(n), \(f)(\(g.number())))",
            "while \(n) > 0 { \(n) -= 3; defer { print(\"left\", \(n)) }; if \(n) < 2 { break } }",
            "repeat { \(n) += 1 } while \(n) < 2",
            "let \(n)Word = switch \(n) { case 2: \"two\"\ndefault: \"many\" }; print(\(n)Word)",
        ]
    }

    /// Regular expression literals.
    private static func regex(_ g: inout ProgramGenerator) -> [String] {
        let (pattern, f) = (g.name("pattern"), g.name("find"))
        return [
            "let \(pattern) = /(\\d+)-(?<word>[a-z]+)/",
            "func \(f)(_ s: String) -> String { s.firstMatch(of: \(pattern)).map { String($0.word) } ?? \"none\" }",
            "print(\(f)(\"12-abc\"), \(f)(\"x\"), \"a1b2\".replacing(/\\d/, with: \"#\"))",
        ]
    }
}
