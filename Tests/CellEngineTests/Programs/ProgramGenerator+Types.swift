extension ProgramGenerator {
    /// Parts with structures, enumerations and their members.
    static var typeParts: [Part] {
        [
            structure, enumeration, nestedTypes, propertyWrapper, dynamicMembers, genericBox,
            tuples, keyPaths, noncopyable, packs, overloads,
        ]
    }

    /// A structure with members of many kinds, and uses of them.
    private static func structure(_ g: inout ProgramGenerator) -> [String] {
        let (type, value) = (g.name("Record"), g.name("record"))
        var body = ["var a = \(g.number())", "let b = \"\(g.number())\""]
        var uses = ["print(\(value).a, \(value).b)"]
        let members: [(String, String)] = [
            (
                "var twice: Int { get { 2 * a } set { a = newValue / 2 } }",
                "do { var c = \(value); c.twice = 12; print(c.a, c.twice) }"
            ),
            (
                "mutating func bump(by n: Int = 1) { a += n }",
                "\(value).bump(); \(value).bump(by: 3); print(\(value).a)"
            ),
            (
                "static var shared = \(type)()",
                "\(type).shared.a += 1; print(\(type).shared.a)"
            ),
            (
                "subscript(_ i: Int, scale s: Int = 2) -> Int { get { a * i * s } set { a = newValue } }",
                "\(value)[1] = 7; print(\(value)[1], \(value)[2, scale: 1])"
            ),
            ("static subscript(name: String) -> Int { name.count }", "print(\(type)[\"abc\"])"),
            (
                "func callAsFunction(_ n: Int...) -> Int { n.reduce(a, +) }",
                "print(\(value)(), \(value)(1, 2))"
            ),
            ("lazy var late: [Int] = [a, a]", "do { var c = \(value); print(c.late) }"),
            (
                "var watched = 0 { willSet { print(\"will\", newValue) } didSet { print(\"did\", oldValue) } }",
                "\(value).watched = 4"
            ),
            (
                "func each(_ body: (Int) throws -> Void) rethrows { try body(a) }",
                "\(value).each { print(\"each\", $0 > 0) }"
            ),
            (
                "@discardableResult mutating func push(_ n: Int) -> Int { a = n; return n }",
                "\(value).push(3)\nprint(\(value).a)"
            ),
        ]
        for (member, use) in members where g.chance() {
            body.append(member)
            uses.append(use)
        }
        let conformances = g.pick("", ": Equatable", ": Hashable", ": Equatable, Sendable")
        if !conformances.isEmpty { uses.append("print(\(value) == \(value))") }
        let isHashable = conformances == ": Hashable" && !body.contains { $0.hasPrefix("lazy") }
        if isHashable { uses.append("print(Set([\(value), \(value)]).count)") }
        if conformances.isEmpty == false { body.removeAll { $0.hasPrefix("lazy") } }
        uses.removeAll { $0.contains("c.late") && !body.contains { $0.hasPrefix("lazy") } }
        return [
            "struct \(type)\(conformances) {\n\(body.map { "    \($0)\n" }.joined())}",
            "var \(value) = \(type)()",
        ] + uses
    }

    /// An enumeration with payloads, and patterns over it.
    private static func enumeration(_ g: inout ProgramGenerator) -> [String] {
        let (type, value, other) = (g.name("Tree"), g.name("tree"), g.name("Level"))
        return [
            """
            indirect enum \(type) {
                case leaf(Int)
                case node(\(type), \(type))
                var sum: Int {
                    switch self {
                    case .leaf(let n): n
                    case .node(let l, let r): l.sum + r.sum
                    }
                }
            }
            """,
            "let \(value): \(type) = .node(.leaf(\(g.number())), .node(.leaf(1), .leaf(2)))",
            "print(\(value).sum)",
            "if case .node(.leaf(let n), _) = \(value) { print(\"left\", n) }",
            "enum \(other): Int, CaseIterable, Comparable { case low = \(g.number()), mid, high\n"
                + "    static func < (a: \(other), b: \(other)) -> Bool { a.rawValue < b.rawValue } }",
            "print(\(other).allCases.map(\\.rawValue), \(other).low < .high, \(other).allCases.max()!)",
            "extension \(other) { static let usual = \(other).mid; var next: \(other)? "
                + "{ \(other)(rawValue: rawValue + 1) } }",
            "print(\(other).usual, \(other).usual.next?.next as Any)",
        ]
    }

    /// Nested types, extended from outside.
    private static func nestedTypes(_ g: inout ProgramGenerator) -> [String] {
        let (outer, alias) = (g.name("House"), g.name("Room"))
        return [
            """
            struct \(outer) {
                struct Inner { var n = \(g.number()); enum Mood { case calm, loud } ; var mood = Mood.calm }
                typealias Pair = (Int, Int)
                static let limit = \(g.number())
                var inner = Inner()
            }
            """,
            "extension \(outer).Inner { var double: Int { 2 * n } ; mutating func shout() { mood = .loud } }",
            "typealias \(alias) = \(outer).Inner",
            "do { var r = \(alias)(); r.shout(); print(r.double, r.mood, r.mood == .loud) }",
            "extension \(outer).Inner.Mood { var word: String { self == .calm ? \"hush\" : \"hey\" } }",
            "print(\(outer)().inner.mood.word, \(outer).limit, (\(outer).Pair(1, 2)).1)",
        ]
    }

    /// A property wrapper, with or without the members that are used without being named.
    private static func propertyWrapper(_ g: inout ProgramGenerator) -> [String] {
        let (wrapper, type) = (g.name("Clamped"), g.name("Dial"))
        let isLater = g.chance()
        let extra = "var projectedValue: String { \"<\\(wrappedValue)>\" }"
        var items = [
            """
            @propertyWrapper struct \(wrapper) {
                private var value = 0
                var wrappedValue: Int { get { value } set { value = min(newValue, \(g.number())) } }
                init(wrappedValue: Int) { self.wrappedValue = wrappedValue }
                \(isLater ? "" : extra)
            }
            """
        ]
        if isLater { items.append("extension \(wrapper) { \(extra) }") }
        items += [
            "struct \(type) { @\(wrapper) var level = 20; func up() -> Int { level + 1 } }",
            "do { var d = \(type)(); d.level = 3; print(d.level, d.up()\(isLater ? "" : ", d.$level")) }",
            "func \(type.lowercased())() -> Int { @\(wrapper) var n = 50; n += 1; return n }",
            "print(\(type.lowercased())())",
        ]
        return items
    }

    /// Dynamic member lookup, callable values, and subscripts in extensions.
    private static func dynamicMembers(_ g: inout ProgramGenerator) -> [String] {
        let (type, value) = (g.name("Bag"), g.name("bag"))
        let lookup = "subscript(dynamicMember name: String) -> String { \"<\" + name + \">\" }"
        let call = "func callAsFunction(_ n: Int) -> Int { n * \(g.number()) }"
        let index = "subscript(n: Int) -> Int { n + \(g.number()) }"
        let inside = g.chance()
        return [
            "@dynamicMemberLookup struct \(type) { \(lookup); \(inside ? "\(call); \(index)" : "") }",
            inside ? "" : "extension \(type) { \(call); \(index) }",
            "let \(value) = \(type)()",
            "print(\(value).anything, \(value).more)",
            "print(\(value)(2), \(value)[3])",
        ].filter { !$0.isEmpty }
    }

    /// A generic type with conditional members and conformances.
    private static func genericBox(_ g: inout ProgramGenerator) -> [String] {
        let (box, proto, size) = (g.name("Box"), g.name("Sized"), g.name("size"))
        return [
            "protocol \(proto) { var \(size): Int { get } }",
            "struct \(box)<T> { var item: T; func map<U>(_ f: (T) -> U) -> \(box)<U> { .init(item: f(item)) } }",
            "extension Int: \(proto) { var \(size): Int { self } }",
            "extension \(box): \(proto) where T: \(proto) { var \(size): Int { item.\(size) + 1 } }",
            "extension \(box): Equatable where T: Equatable { static func == (a: Self, b: Self) -> Bool "
                + "{ a.item == b.item } }",
            "extension \(box) where T == String { var loud: String { item + \"!\" } }",
            "print(\(box)(item: \(box)(item: \(g.number()))).\(size), \(box)(item: \"x\").loud)",
            "print(\(box)(item: 2).map { \"\\($0)\" } == \(box)(item: \"2\"))",
            "func \(box.lowercased())(_ s: some \(proto)) -> Int { s.\(size) * 2 }",
            "print(\(box.lowercased())(\(g.number())), \(box.lowercased())(\(box)(item: 1)))",
        ]
    }

    /// Tuples and their decomposition.
    private static func tuples(_ g: inout ProgramGenerator) -> [String] {
        let (a, b, c, f) = (g.name("left"), g.name("right"), g.name("both"), g.name("split"))
        return [
            "let (\(a), \(b)) = (\(g.number()), \"\(g.number())\")",
            "func \(f)(_ n: Int) -> (low: Int, high: Int) { (n / 2, n - n / 2) }",
            "var \(c) = \(f)(\(a) + 5)",
            "\(c).low += 1; print(\(c), \(c).high, \(b))",
            "switch \(c) { case (let l, _) where l > 3: print(\"big\", l); case (_, let h): print(h) }",
        ]
    }

    /// Key paths that are read, written and passed on.
    private static func keyPaths(_ g: inout ProgramGenerator) -> [String] {
        let (type, path) = (g.name("Pair"), g.name("path"))
        return [
            "struct \(type) { var a = \(g.number()); var list = [1, 2]; var name: String? = \"n\" }",
            "let \(path) = \\\(type).a",
            "do { var p = \(type)(); p[keyPath: \(path)] += 4; print(p.a, p[keyPath: \\.list[1]]) }",
            "print([\(type)(), \(type)(a: 1)].map(\\.a), \(type)()[keyPath: \\.name?.count] ?? 0)",
        ]
    }

    /// A type that cannot be copied.
    private static func noncopyable(_ g: inout ProgramGenerator) -> [String] {
        let (type, f) = (g.name("Handle"), g.name("use"))
        return [
            "struct \(type): ~Copyable { var n: Int; deinit { print(\"closed\", n) }\n"
                + "    consuming func finish() -> Int { n } }",
            "func \(f)(_ h: borrowing \(type)) -> Int { h.n + 1 }",
            "do { let h = \(type)(n: \(g.number())); print(\(f)(h)); print(h.finish()) }",
        ]
    }

    /// Parameter packs and variadic functions.
    private static func packs(_ g: inout ProgramGenerator) -> [String] {
        let (f, h) = (g.name("describe"), g.name("total"))
        return [
            "func \(f)<each T>(_ item: repeat each T) -> [String] { var r: [String] = []; "
                + "repeat r.append(String(describing: each item)); return r }",
            "func \(h)(_ n: Int..., scale: Int = \(g.number())) -> Int { n.reduce(0, +) * scale }",
            "print(\(f)(1, \"a\", 2.5), \(f)())",
            "print(\(h)(1, 2), \(h)(), \(h)(3, scale: 1))",
        ]
    }

    /// Overloads that differ in labels, types and arity.
    private static func overloads(_ g: inout ProgramGenerator) -> [String] {
        let f = g.name("overload")
        var items = [
            "func \(f)(_ x: Int) -> String { \"int\" }",
            "func \(f)(_ x: String) -> String { \"string\" }",
            "func \(f)(x: Int) -> String { \"labelled\" }",
            "func \(f)(_ x: Int, _ y: Int) -> String { \"two\" }",
            "func \(f)(_ x: [Double]) -> String { \"list\" }",
            "func \(f)() -> Int { \(g.number()) }",
        ]
        items.shuffle(using: &g)
        let calls = "print(\(f)(1), \(f)(\"\"), \(f)(x: 2), \(f)(1, 2), \(f)([0.5]), \(f)())"
        return items + [calls, "print([1, 2].map { \(f)($0) }, ([\"a\"].map(\(f)) as [String]))"]
    }
}
