extension ProgramGenerator {
    /// Parts with protocols.
    static var protocolParts: [Part] {
        [defaults, associatedTypes, sequence, literals, errors]
    }

    /// Default implementations in extensions, used by several types, as `any`, `some` and generic.
    private static func defaults(_ g: inout ProgramGenerator) -> [String] {
        let (proto, one, two, f) = (
            g.name("Greeter"), g.name("Plain"), g.name("Fancy"), g.name("greet")
        )
        let hasRequirement = g.chance()
        let later = g.chance()
        let conformance =
            "extension \(two): \(proto) { var name: String { \"two\" }; "
            + "func hello() -> String { \"HEY \" + name } }"
        return [
            "protocol \(proto) { var name: String { get } \(hasRequirement ? "; func hello() -> String" : "") }",
            "extension \(proto) { func hello() -> String { \"hello \" + name }; "
                + "static var kind: String { \"k\\(Self.self)\".isEmpty ? \"\" : \"kind\" } }",
            "struct \(one): \(proto) { var name = \"one\" }",
            later
                ? "final class \(two) {}"
                : "final class \(two): \(proto) { let name = \"two\"; func hello() -> String { \"HEY\" } }",
            later ? conformance : "print(\(two)().hello())",
            "func \(f)<T: \(proto)>(_ x: T) -> String { x.hello() + T.kind }",
            "do { let all: [any \(proto)] = [\(one)(), \(two)()]; for x in all { print(x.hello(), \(f)(x)) } }",
            "func \(f)ing() -> some \(proto) { \(one)(name: \"\(g.number())\") }",
            "print(\(f)ing().hello())",
        ]
    }

    /// A protocol with an associated type and a constrained extension.
    private static func associatedTypes(_ g: inout ProgramGenerator) -> [String] {
        let (proto, type) = (g.name("Store"), g.name("ListStore"))
        return [
            "protocol \(proto)<Item> { associatedtype Item; var items: [Item] { get set }; init() }",
            "extension \(proto) { mutating func add(_ x: Item) { items.append(x) } }",
            "extension \(proto) where Item: Numeric { var total: Item { items.reduce(0, +) } }",
            "struct \(type)<Item>: \(proto) { var items: [Item] = [] }",
            "do { var s = \(type)<Int>(); s.add(\(g.number())); s.add(1); print(s.total, s.items) }",
            "func \(type.lowercased())(_ s: any \(proto)<String>) -> Int { s.items.count }",
            "print(\(type.lowercased())(\(type)(items: [\"a\", \"b\"])))",
        ]
    }

    /// A sequence whose conformance comes later, used by `for`.
    private static func sequence(_ g: inout ProgramGenerator) -> [String] {
        let type = g.name("Countdown")
        return [
            "struct \(type) { var n: Int }",
            "extension \(type): Sequence { func makeIterator() -> AnyIterator<Int> { var k = n; "
                + "return AnyIterator { k -= 1; return k < 0 ? nil : k } } }",
            "for k in \(type)(n: \(g.number(2...4))) { print(k, terminator: \" \") }",
            "print(\(type)(n: 4).map { $0 * 2 }, Array(\(type)(n: 2)), \(type)(n: 3).contains(1))",
        ]
    }

    /// Literals of custom types.
    private static func literals(_ g: inout ProgramGenerator) -> [String] {
        let (type, list, f) = (g.name("Meters"), g.name("Items"), g.name("length"))
        return [
            "struct \(type) { var n: Double }",
            "extension \(type): ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral { "
                + "init(floatLiteral v: Double) { self.init(n: v) }; "
                + "init(integerLiteral v: Int) { self.init(n: Double(v)) } }",
            "func \(f)(_ m: \(type)) -> Double { m.n * 2 }",
            "print(\(f)(\(g.number())), \(f)(2.5), ([1, 2.5] as [\(type)]).map(\\.n))",
            "struct \(list): ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral { var n = 0; "
                + "init(arrayLiteral e: Int...) { n = e.count }; "
                + "init(dictionaryLiteral e: (String, Int)...) { n = -e.count } }",
            "do { let a: \(list) = [1, 2, 3]; let b: \(list) = [\"a\": 1]; print(a.n, b.n) }",
        ]
    }

    /// Custom errors, thrown, typed and caught.
    private static func errors(_ g: inout ProgramGenerator) -> [String] {
        let (type, f, h) = (g.name("Problem"), g.name("risky"), g.name("typed"))
        return [
            "enum \(type): Error, Equatable { case empty, tooBig(Int) }",
            "func \(f)(_ n: Int) throws -> Int { if n > 5 { throw \(type).tooBig(n) }; return n }",
            "func \(h)(_ n: Int) throws(\(type)) -> Int { if n == 0 { throw .empty }; return n }",
            "do { print(try \(f)(\(g.number()))) } catch \(type).tooBig(let n) { print(\"big\", n) }",
            "print((try? \(f)(9)) as Any, (try? \(f)(1)) ?? 0)",
            "do { print(try \(h)(0)) } catch { print(error == .empty) }",
            "print(Result { try \(f)(7) }.map { $0 + 1 })",
        ]
    }
}
