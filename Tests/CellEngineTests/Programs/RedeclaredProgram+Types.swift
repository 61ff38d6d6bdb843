extension RedeclaredProgram {
    /// Families with types and their members.
    static var typeFamilies: [Family] {
        [
            type, type, type, hierarchy, hierarchy, enumeration, generic, generic, wrapper, builder,
            nested, dynamic, statics, noncopyable,
        ]
    }

    /// A type of several kinds, and extensions that add members and conformances.
    private static func type(_ g: inout ProgramGenerator) -> [Slot] {
        let (name, path) = (g.name("Type"), g.name("path"))
        let title = "extension \(name)"
        let base = Slot(
            code: { version in
                let members =
                    "var n = \(version.number); func text() -> String { \(version.text) }"
                return version.pick(
                    "struct \(name) { \(members) ; init() {} }",
                    "final class \(name) { \(members); init() {} }",
                    "struct \(name): Sendable { \(members); init() {} }",
                    "enum \(name) { case a(Int); var n: Int { 7 }; "
                        + "func text() -> String { \(version.text) }; init() { self = .a(1) } }",
                    "struct \(name) { \(members)\n    var computed: Int { 1 }\n    init(_ x: Int = 3) { n = x } }"
                )
            }, use: "\(name)().text()")
        let pool: [Slot] = [
            Slot(
                code: { version in
                    version.pick(
                        "extension \(name) { func more() -> String { \(version.text) } }",
                        "extension \(name) { func more() -> [String] { [\(version.text)] }\n"
                            + "    var spare: Int { \(version.number) } }",
                        "extension \(name) { var more: () -> String { { \(version.text) } } }")
                }, use: "\(name)().more()", needs: [0], tellsUsers: false, title: title),
            Slot(
                code: { "extension \(name) { subscript(i: Int) -> String { \($0.text) } }" },
                use: "\(name)()[0]", needs: [0], tellsUsers: false, title: title),
            Slot(
                code: { version in
                    "extension \(name) { subscript(key k: String, n: Int = 1) -> String { \(version.text) } }"
                }, use: "\(name)()[key: \"k\"]", needs: [0], tellsUsers: false, title: title),
            Slot(
                code: { version in
                    let word = version.family[0] % 5 == 1 ? "convenience " : ""
                    return
                        "extension \(name) { \(word)init(from x: Int) { self.init(); _ = \(version.text) } }"
                }, use: "\(name)(from: 1).n", needs: [0], tellsUsers: false, title: title),
            Slot(
                code: { version in
                    let function =
                        "func + (\(version.pick("a", "x")): \(name), b: \(name)) -> String { \(version.text) }"
                    return version.number % 2 == 0
                        ? function : "extension \(name) { static \(function) }"
                }, use: "(\(name)() + \(name)())", needs: [0], tellsUsers: false),
            Slot(
                code: { version in
                    "extension \(name): CustomStringConvertible { var description: String { \(version.text) } }"
                }, use: "\"\\(\(name)())\"", needs: [0], tellsUsers: false, title: title),
            Slot(
                code: { version in
                    "extension \(name): Equatable { static func == (a: Self, b: Self) -> Bool "
                        + "{ \(version.pick("a.n == b.n", "false", "true")) } } // \(version.number)"
                }, use: "[\(name)()].contains(\(name)())", needs: [0], tellsUsers: false,
                title: title),
            Slot(
                code: { version in
                    "extension \(name): Sequence { func makeIterator() -> IndexingIterator<[Int]> "
                        + "{ [\(version.number), 1].makeIterator() } }"
                }, use: "\(name)().map { $0 + 1 }", needs: [0], tellsUsers: false, title: title),
            Slot(
                code: { version in
                    "extension \(name) { func callAsFunction(_ x: Int) -> String { \(version.text) } }"
                }, use: "\(name)()(3)", needs: [0], tellsUsers: false, title: title),
            Slot(
                code: { "let \(path) = \\\(name).n // \($0.number)" },
                use: "\(name)()[keyPath: \(path)]", needs: [0]),
            Slot(
                code: { version in
                    "func \(path)ing(_ x: \(name) = \(name)()) -> String { x.text() + \(version.text) }"
                }, use: "\(path)ing()", needs: [0], title: "\(path)ing"),
            Slot(
                code: { version in
                    version.pick(
                        "let \(path)All = [\(name)(), \(name)()]",
                        "var \(path)All: [\(name)] = [.init()]",
                        "let \(path)All = [1: \(name)()].values.map { $0 }")
                        + " // \(version.number)"
                }, use: "\(path)All.map { $0.text() }", needs: [0]),
        ]
        return [base] + pool.shuffled(using: &g).prefix(4)
    }

    /// A line of classes, each of which overrides what the one before it declares.
    private static func hierarchy(_ g: inout ProgramGenerator) -> [Slot] {
        let (a, b, c, f) = (g.name("Base"), g.name("Derived"), g.name("Leaf"), g.name("kind"))
        return [
            Slot(
                code: { version in
                    let final = version.pick("func", "class var", "var")
                    return """
                        class \(a) {
                            var kind: String { "a" + \(version.text) }
                            func area(_ x: Int) -> String { \(version.text) }
                            \(final == "func" ? "func extra() -> Int { 1 }" : "\(final) extra: Int { 1 }")
                            subscript(i: Int) -> Int { i }
                            required init() {}
                        }
                        """
                }, use: "\(a)().kind"),
            Slot(
                code: { version in
                    let body = version.pick(
                        "override var kind: String { \"b\" + super.kind + \(version.text) }",
                        "override func area(_ x: Int) -> String { super.area(x) + \(version.text) }",
                        "override subscript(i: Int) -> Int { i * \(version.number) }",
                        "var own = \(version.number); func area(own x: Int) -> Int { own }",
                        "required init() { super.init(); print(\"made\", \(version.number)) }")
                    return "class \(b): \(a) { \(body) }"
                }, use: "\(b)().area(1) + \"\\(\(b)()[2])\"", needs: [0], title: b),
            Slot(
                code: { version in
                    version.pick(
                        "class \(c): \(b) {}",
                        "final class \(c): \(b) { override var kind: String { \"c\" + super.kind } }",
                        "class \(c): \(b) { override func area(_ x: Int) -> String { \"c\" + super.area(x) } }"
                    ) + " // \(version.number)"
                }, use: "(\(c)() as \(a)).kind + (\(c)() as \(b)).area(2)", needs: [0, 1], title: c),
            Slot(
                code: { version in
                    "func \(f)(_ all: [\(a)] = [\(a)(), \(b)(), \(c)()]) -> [String] "
                        + "{ all.map { $0.kind + $0.area(1) } + [\(version.text)] }"
                }, use: "\(f)()", needs: [0, 1, 2], title: f),
        ]
    }

    /// An enumeration whose cases change, with patterns over it.
    private static func enumeration(_ g: inout ProgramGenerator) -> [Slot] {
        let (name, f) = (g.name("Level"), g.name("word"))
        return [
            Slot(
                code: { version in
                    version.pick(
                        "enum \(name): Int, CaseIterable { case low = \(version.number), mid, high }",
                        "enum \(name): String, CaseIterable { case low, high; case top = \(version.number % 2 == 0 ? "\"t\"" : "\"u\"") }",
                        "enum \(name): CaseIterable { case high, low; var rawValue: Int { \(version.number) } }",
                        "indirect enum \(name): CaseIterable { case low, high, more(Int)\n"
                            + "    static var allCases: [\(name)] { [.low, .more(\(version.number))] }; var rawValue: Int { 1 } }"
                    )
                }, use: "\(name).allCases.map { \"\\($0)\\($0.rawValue)\" }"),
            Slot(
                code: { version in
                    "extension \(name) { static let usual = \(name).low; var next: String "
                        + "{ switch self { case .low: \"l\"\ncase .high: \"h\"\ndefault: \(version.text) } } }"
                }, use: "\(name).usual.next", needs: [0], tellsUsers: false,
                title: "extension \(name)"),
            Slot(
                code: { version in
                    "func \(f)(_ x: \(name) = .high) -> String { if case .high = x { \(version.text) } else { \"no\" } }"
                }, use: "\(f)()", needs: [0], title: f),
        ]
    }

    /// A generic type, with conditional members and conformances.
    private static func generic(_ g: inout ProgramGenerator) -> [Slot] {
        let (name, f) = (g.name("Box"), g.name("wrap"))
        let title = "extension \(name)"
        return [
            Slot(
                code: { version in
                    version.pick(
                        "struct \(name)<T> { var item: T; var text: String { \(version.text) } }",
                        "final class \(name)<T> { var item: T; init(item: T) { self.item = item }\n"
                            + "    lazy var text = \(version.text) }",
                        "struct \(name)<T> { var item: T; let text = \(version.text)\n"
                            + "    init(item: T) { self.item = item } }")
                }, use: "\(name)(item: 1).text"),
            Slot(
                code: { version in
                    version.pick(
                        "extension \(name) where T == Int { var own: String { \(version.text) } }",
                        "extension \(name) where T: Numeric { var own: [T] { [item + item + \(version.number)] } }",
                        "extension \(name) { var own: T { item } } // \(version.number)",
                        "extension \(name) { var own: \(name)<T>.Pair { (item, \(version.number)) }; typealias Pair = (T, Int) }"
                    )
                }, use: "\(name)(item: 5).own", needs: [0], tellsUsers: false, title: title),
            Slot(
                code: { version in
                    "extension \(name): Equatable where T: Equatable { static func == (a: \(name), b: \(name)) "
                        + "-> Bool { a.item == b.item && \(version.pick("true", "false")) } } // \(version.number)"
                }, use: "[\(name)(item: 1) == \(name)(item: 1)]", needs: [0], tellsUsers: false,
                title: title),
            Slot(
                code: { version in
                    "func \(f)<T>(_ x: T) -> \(name)<[T]> { _ = \(version.text); return \(name)(item: [x, x]) }"
                }, use: "\(f)(\"i\").item", needs: [0], title: f),
        ]
    }

    /// A property wrapper, and users of it.
    private static func wrapper(_ g: inout ProgramGenerator) -> [Slot] {
        let (name, user, f) = (g.name("Clamped"), g.name("Dial"), g.name("turned"))
        return [
            Slot(
                code: { version in
                    """
                    @propertyWrapper \(version.pick("struct", "final class")) \(name) {
                        var wrappedValue: Int { didSet { if wrappedValue > \(version.number) { wrappedValue = \(version.number) } } }
                        init(wrappedValue: Int) { self.wrappedValue = wrappedValue }
                        var projectedValue: String { \(version.text) }
                    }
                    """
                }),
            Slot(
                code: { "struct \(user) { @\(name) var level = 100; let t = \($0.text) }" },
                use: "\(user)().level", needs: [0], title: user),
            Slot(
                code: { version in
                    "func \(f)() -> String { @\(name) var n = 1; n += 150; var d = \(user)(); d.level = 200; "
                        + "return \"\\(n) \\(d.level) \\(d.$level)\" + \(version.text) }"
                }, use: "\(f)()", needs: [0, 1], title: f),
        ]
    }

    /// A result builder in two parts, and a function that takes one.
    private static func builder(_ g: inout ProgramGenerator) -> [Slot] {
        let (name, f, v) = (g.name("Builder"), g.name("build"), g.name("built"))
        return [
            Slot(
                code: { version in
                    "@resultBuilder \(version.pick("struct", "enum")) \(name) { static func buildBlock(_ p: String...) -> String "
                        + "{ p.joined(separator: \(version.text)) } }"
                }),
            Slot(
                code: { version in
                    "extension \(name) { static func buildExpression(_ n: Int) -> String { \"#\\(n)\" }\n"
                        + "    static func buildExpression(_ s: String) -> String { s + \(version.text) }\n"
                        + (version.number % 2 == 0
                            ? "static func buildOptional(_ p: String?) -> String { p ?? \"-\" } }"
                            : "}")
                }, needs: [0], tellsUsers: false, title: "extension \(name)"),
            Slot(
                code: { version in
                    "func \(f)(@\(name) _ body: () -> String) -> String { body() + \(version.text) }"
                }, use: "\(f) { 1; \"a\" }", needs: [0, 1], title: f),
            Slot(
                code: { version in
                    "@\(name) func \(v)() -> String { \(version.number); \(version.text) }"
                }, use: "\(v)()", needs: [0, 1], title: v),
        ]
    }

    /// A nested type, extended from outside.
    private static func nested(_ g: inout ProgramGenerator) -> [Slot] {
        let (name, f) = (g.name("Outer"), g.name("inner"))
        return [
            Slot(
                code: { version in
                    "\(version.pick("struct", "enum", "class")) \(name) { struct Inner { var n = \(version.number)\n"
                        + "    enum Mood { case calm, loud } }; typealias Pair = (Int, Inner) }"
                }, use: "\(name).Inner().n"),
            Slot(
                code: { version in
                    "extension \(name).Inner { var twice: String { \(version.text) } }\n"
                        + "extension \(name).Inner.Mood { var word: String { \(version.text) } }"
                }, use: "\(name).Inner().twice + \(name).Inner.Mood.calm.word", needs: [0],
                tellsUsers: false, title: "extension \(name).Inner"),
            Slot(
                code: { version in
                    "func \(f)(_ p: \(name).Pair) -> String { \"\\(p.0 + p.1.n)\" + p.1.twice + \(version.text) }"
                }, use: "\(f)((1, \(name).Inner()))", needs: [0, 1], title: f),
        ]
    }

    /// A type with dynamic members, and a function that uses one.
    private static func dynamic(_ g: inout ProgramGenerator) -> [Slot] {
        let (name, f) = (g.name("Bag"), g.name("unpack"))
        return [
            Slot(
                code: { version in
                    "@dynamicMemberLookup struct \(name) { subscript(dynamicMember name: String) -> "
                        + version.pick(
                            "String { \(version.text) }", "[String] { [\(version.text)] }")
                        + "\n    \(version.pick("", "let real = 1", "var real: Int { 2 }")) }"
                }, use: "\(name)().anything"),
            Slot(
                code: {
                    "func \(f)() -> String { \"\\(\(name)().some)\\(\(name)().real)\" + \($0.text) }"
                },
                use: "\(f)()", needs: [0], title: f),
        ]
    }

    /// Static members, which belong to the module.
    private static func statics(_ g: inout ProgramGenerator) -> [Slot] {
        let (name, f) = (g.name("Counter"), g.name("counted"))
        return [
            Slot(
                code: { version in
                    "\(version.pick("struct", "enum", "final class")) \(name) { static var count = \(version.number)\n"
                        + "    static let text = \(version.text); static subscript(i: Int) -> Int { i + count } }"
                }, use: "\(name).text + \"\\(\(name)[1])\""),
            Slot(
                code: {
                    "func \(f)() -> Int { \(name).count += \($0.number); return \(name).count }"
                },
                use: "\(f)()", needs: [0], changesState: true, title: f),
        ]
    }

    /// A type that cannot be copied.
    private static func noncopyable(_ g: inout ProgramGenerator) -> [Slot] {
        let (name, f) = (g.name("Handle"), g.name("finish"))
        return [
            Slot(
                code: { version in
                    "struct \(name): ~Copyable { var n = \(version.number)\n"
                        + "    deinit { print(\"closed\", n, \(version.text)) } }"
                }),
            Slot(
                code: { "func \(f)() -> Int { let h = \(name)(); return h.n + \($0.number) }" },
                use: "\(f)()", needs: [0], title: f),
        ]
    }
}
