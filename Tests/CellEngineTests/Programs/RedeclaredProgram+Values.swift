extension RedeclaredProgram {
    /// A list of slots that belong together.
    typealias Family = (inout ProgramGenerator) -> [Slot]

    /// All families.
    static var families: [Family] {
        [
            variable, variable, callable, callable, overloads, genericOverloads, member,
            operators, unaryOperators, operatorOverloads, alias, importing, interpolation, shadow,
            observed, patternMatch,
        ] + typeFamilies + protocolFamilies
    }

    /// A variable: constant, mutable, computed or lazy by its nature.
    private static func variable(_ g: inout ProgramGenerator) -> [Slot] {
        let name = g.name("value")
        return [
            Slot(
                code: { version in
                    version.pick(
                        "let \(name) = \(version.text)", "var \(name) = [\(version.text)]",
                        "var \(name): String { \(version.text) }",
                        "let (\(name), \(name)b) = (\(version.text), 1)",
                        "guard let \(name) = Optional(\(version.text)) else { fatalError() }",
                        "#if os(Linux)\nlet \(name): String? = \(version.text)\n#else\nlet \(name) = 1\n#endif"
                    )
                }, use: name)
        ]
    }

    /// What can be called: a function of several kinds, a closure or a type.
    private static func callable(_ g: inout ProgramGenerator) -> [Slot] {
        let name = g.name("call")
        return [
            Slot(
                code: { version in
                    version.pick(
                        "func \(name)(_ x: Int) -> String { \(version.text) }",
                        "let \(name) = { (x: Int) -> String in \(version.text) }",
                        "func \(name)<T>(_ x: T) -> String { \(version.text) + \"\\(x)\" }",
                        "struct \(name) { var text: String; init(_ x: Int) { text = \(version.text) } }",
                        "func \(name)(_ x: some Numeric) -> [String] { [\(version.text)] }",
                        "func \(name)(_ y: Swift.Int) -> Substring { \(version.text)[...] }",
                        "func \(name)(_ x: consuming Int) -> String? { x += 1; return \(version.text) }"
                    )
                }, use: "\(name)(1)")
        ]
    }

    /// Functions of one name in several cells, of which one is replaced.
    private static func overloads(_ g: inout ProgramGenerator) -> [Slot] {
        let name = g.name("overload")
        let kinds = [("_ x: Int", "1"), ("_ x: String", "\"s\""), ("x: Int", "x: 1"), ("", "")]
        return kinds.map { parameters, arguments in
            Slot(
                code: { version in
                    version.number.isMultiple(of: 2)
                        ? "func \(name)(\(parameters)) -> String { \(version.text) }"
                        : "func \(name)(\(parameters)) -> [String] { [\(version.text)] }"
                }, use: "\(name)(\(arguments))", title: name)
        }
    }

    /// A generic function and one for a type with other labels.
    private static func genericOverloads(_ g: inout ProgramGenerator) -> [Slot] {
        let name = g.name("generic")
        return [
            Slot(
                code: { version in
                    version.pick(
                        "func \(name)<T: Equatable>(_ x: T) -> String { \(version.text) + \"\\(x == x)\" }",
                        "func \(name)<T>(_ x: T) -> String where T: Hashable { \(version.text) }",
                        "func \(name)(_ x: any Hashable) -> String { \(version.text) }")
                }, use: "\(name)(2)", title: name),
            Slot(
                code: { "func \(name)<each T>(all x: repeat each T) -> String { \($0.text) }" },
                use: "\(name)(all: 1, \"a\")", title: name),
        ]
    }

    /// Members of types of the library, each in an extension of its own or in one.
    private static func member(_ g: inout ProgramGenerator) -> [Slot] {
        let (a, b, c) = (g.name("member"), g.name("method"), g.name("key"))
        return [
            Slot(
                code: { version in
                    "extension Int { var \(a): String { \(version.text) } }"
                }, use: "1.\(a)", tellsUsers: false, title: "extension Int"),
            Slot(
                code: { version in
                    version.pick(
                        "extension Array where Element == Int { func \(b)() -> String { \(version.text) } }",
                        "extension [Int] { func \(b)() -> String { \(version.text) } }",
                        "extension Array<Int> { func \(b)() -> String { \(version.text) } }",
                        "extension Swift.Array where Element == Int { func \(b)() -> String { \(version.text) } }"
                    )
                }, use: "[1].\(b)()", tellsUsers: false),
            Slot(
                code: { version in
                    "extension String { static func \(b)(_ n: Int) -> String { \(version.text) }\n"
                        + "    subscript(\(c) i: Int) -> String { \(version.text) } }"
                }, use: "String.\(b)(1) + \"a\"[\(c): 1]", tellsUsers: false,
                title: "extension String"),
        ]
    }

    /// A precedence group, an operator in it, and its implementation.
    private static func operators(_ g: inout ProgramGenerator) -> [Slot] {
        let group = g.name("Rank")
        let symbol = g.pick("<+>", "|>", "%%", "<->", "~~>", "^^^", "**", "±", "•")
        guard g.claim(symbol) else { return [] }
        return [
            Slot(
                code: { version in
                    let side = version.pick("left", "right")
                    let bound =
                        version.number < 50
                        ? "higherThan: MultiplicationPrecedence" : "lowerThan: AdditionPrecedence"
                    return "precedencegroup \(group) { \(bound) associativity: \(side) } "
                        + "// \(version.number)"
                }, tellsUsers: false),
            Slot(
                code: { version in
                    "infix operator \(symbol): "
                        + version.pick(group, "AdditionPrecedence", group)
                        + " // \(version.number)"
                }, needs: [0], tellsUsers: false),
            Slot(
                code: { version in
                    "func \(symbol) (a: Int, b: Int) -> Int { a * \(version.number) - b }"
                }, use: "(2 \(symbol) 3 \(symbol) 4 * 2 - 1)", needs: [0, 1], tellsUsers: false),
        ]
    }

    /// Prefix and postfix operators of one name.
    private static func unaryOperators(_ g: inout ProgramGenerator) -> [Slot] {
        let symbol = g.pick("√", "¬", "°")
        guard g.claim(symbol) else { return [] }
        return [
            Slot(
                code: { version in
                    "prefix operator \(symbol)\n"
                        + "prefix func \(symbol) (a: Int) -> String { \(version.text) + \"\\(a)\" }"
                }, use: "(\(symbol)3)", tellsUsers: false),
            Slot(
                code: { version in
                    "postfix operator \(symbol)\n"
                        + "postfix func \(symbol) (a: Double) -> String { \"\\(a)\" + \(version.text) }"
                }, use: "(3.5\(symbol))", tellsUsers: false),
        ]
    }

    /// Implementations of one operator for several types.
    private static func operatorOverloads(_ g: inout ProgramGenerator) -> [Slot] {
        let symbol = g.pick("<~>", "=~", "+++")
        guard g.claim(symbol) else { return [] }
        return [
            Slot(
                code: { "infix operator \(symbol): AdditionPrecedence // \($0.number)" },
                tellsUsers: false),
            Slot(
                code: { version in
                    "func \(symbol) (a: Int, b: Int) -> String { \(version.text) }"
                }, use: "(1 \(symbol) 2)", needs: [0], tellsUsers: false),
            Slot(
                code: { version in
                    "extension String { static func \(symbol) (a: String, b: Int) -> String "
                        + "{ \(version.text) } }"
                }, use: "(\"x\" \(symbol) 2)", needs: [0], tellsUsers: false),
        ]
    }

    /// An alias, and functions whose types are spelled with it.
    private static func alias(_ g: inout ProgramGenerator) -> [Slot] {
        let (name, f, v) = (g.name("Alias"), g.name("make"), g.name("made"))
        return [
            Slot(
                code: { version in
                    version.pick(
                        "typealias \(name) = Int", "typealias \(name) = [String]",
                        "typealias \(name) = (Int, String)", "struct \(name) { var n = 1 }",
                        "typealias \(name) = Optional<Double>", "enum \(name) { case a }",
                        "typealias \(name) = (Int) -> String", "final class \(name) {}")
                        + " // \(version.number)"
                }),
            Slot(
                code: { "func \(f)() -> [\(name)] { _ = \($0.text); return [] }" },
                use: "\"\\(type(of: \(f)()))\"", needs: [0], title: f),
            Slot(
                code: { version in
                    version.pick(
                        "let \(v) = \(f)()", "var \(v): [\(name)] = []",
                        "let \(v) = { \(f)() }()") + " // \(version.number)"
                }, use: "\"\\(type(of: \(v)))\"", needs: [0, 1]),
        ]
    }

    /// Imports of modules, with what needs them.
    private static func importing(_ g: inout ProgramGenerator) -> [Slot] {
        let (a, b) = (g.name("formatted"), g.name("locked"))
        return [
            Slot(
                code: { version in
                    version.pick(
                        "import Foundation\nfunc \(a)() -> String { String(format: \"%.1f\", 1.25) + \(version.text) }",
                        "import Foundation\nlet \(a) = { NSString(string: \(version.text)).length }",
                        "func \(a)() -> String { \(version.text) }",
                        "import struct Foundation.Data\nfunc \(a)() -> Int { Data(\(version.text).utf8).count }",
                        "import Foundation; import Dispatch\nlet \(a) = { DispatchQueue(label: \(version.text)).label }"
                    )
                }, use: "\(a)()"),
            Slot(
                code: { version in
                    "import Synchronization\nfunc \(b)() -> String { Mutex(\(version.text)).withLock { $0 } }"
                }, use: "\(b)()", title: b),
        ]
    }

    /// An interpolation, which a string uses without naming it.
    private static func interpolation(_ g: inout ProgramGenerator) -> [Slot] {
        let (label, f) = (g.name("label").lowercased(), g.name("interpolated"))
        return [
            Slot(
                code: { version in
                    """
                    extension DefaultStringInterpolation {
                        mutating func appendInterpolation(\(label) n: Int) {
                            appendLiteral(\(version.text))
                        }
                    }
                    """
                }, tellsUsers: false),
            Slot(
                code: { "func \(f)() -> String { \"<\\(\(label): 3)>\" + \($0.text) }" },
                use: "\(f)()", needs: [0], title: f),
        ]
    }

    /// A declaration with the name of one of the prelude's or the library's.
    private static func shadow(_ g: inout ProgramGenerator) -> [Slot] {
        let name = g.pick("tanh", "exp", "abs", "Matrix", "zip", "Line", "sum", "Result")
        guard g.claim(name) else { return [] }
        return [
            Slot(
                code: { version in
                    version.pick(
                        "func \(name)(_ x: Double) -> String { \(version.text) }",
                        "let \(name) = { (x: Double) -> String in \(version.text) }",
                        "struct \(name) { var t = \"\"; init(_ x: Double) { t = \(version.text) } }"
                    )
                }, use: "\(name)(0.5)")
        ]
    }

    /// A variable with observers, one that computes from it, and a function that changes it.
    private static func observed(_ g: inout ProgramGenerator) -> [Slot] {
        let (a, b, f) = (g.name("level"), g.name("doubled"), g.name("raise"))
        return [
            Slot(
                code: { version in
                    version.pick(
                        "var \(a) = \(version.number) { didSet { print(\"from\", oldValue, \(version.text)) } }",
                        "var \(a): Int = \(version.number)",
                        "var \(a): Int { get { \(version.number) } set { print(\"new\", newValue, \(version.text)) } }"
                    )
                }, use: a),
            Slot(
                code: {
                    "var \(b): String { get { \"\\(\(a))\" + \($0.text) } set { \(a) = newValue.count } }"
                },
                use: b, needs: [0], title: b),
            Slot(
                code: {
                    "func \(f)() -> Int { \(a) = \($0.number); \(b) = \"abc\"; return \(a) }"
                },
                use: "\(f)()", needs: [0, 1], changesState: true, title: f),
        ]
    }

    /// A pattern-matching operator, which a `switch` uses without naming it.
    private static func patternMatch(_ g: inout ProgramGenerator) -> [Slot] {
        let (type, f) = (g.name("Pattern"), g.name("matching"))
        return [
            Slot(code: { "struct \(type) { var n = \($0.pick("2", "3")) } // \($0.number)" }),
            Slot(
                code: { version in
                    let function =
                        "func ~= (p: \(type), v: Int) -> Bool { v % (p.n + \(version.number)) == 0 }"
                    return version.number % 3 == 0
                        ? "extension \(type) { static \(function) }" : function
                }, needs: [0], tellsUsers: false),
            Slot(
                code: { version in
                    """
                    func \(f)() -> String {
                        switch 60 { case \(type)(): "yes" + \(version.text)\ndefault: "no" + \(version.text) }
                    }
                    """
                }, use: "\(f)()", needs: [0, 1], title: f),
        ]
    }
}
