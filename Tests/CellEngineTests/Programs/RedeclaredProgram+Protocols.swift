extension RedeclaredProgram {
    /// Families with protocols and conformances.
    static var protocolFamilies: [Family] {
        [protocolWithDefaults, protocolWithDefaults, associatedType, literal, error, codable]
    }

    /// A protocol, its default implementations, types that conform, and functions over them.
    private static func protocolWithDefaults(_ g: inout ProgramGenerator) -> [Slot] {
        let (name, one, two) = (g.name("Greeter"), g.name("Plain"), g.name("Fancy"))
        let (f, all) = (g.name("greet"), g.name("everybody"))
        let (hello, n) = (g.name("hello"), g.name("name"))
        return [
            Slot(
                code: { version in
                    "protocol \(name) { var \(n): String { get }\(version.pick("; func \(hello)() -> String", "", "; static var kind: String { get }")) } // \(version.number)"
                }),
            Slot(
                code: { version in
                    "extension \(name) { func \(hello)() -> String { \(n) + \(version.text) }; "
                        + "static var kind: String { \(version.text) } }"
                }, needs: [0], tellsUsers: false, title: "extension \(name)"),
            Slot(
                code: { version in
                    version.pick(
                        "struct \(one): \(name) { var \(n) = \(version.text) }",
                        "struct \(one): \(name) { var \(n) = \(version.text); func \(hello)() -> String { \"own\" } }",
                        "enum \(one): \(name) { case a; init() { self = .a }; var \(n): String { \(version.text) } }"
                    )
                }, use: "\(one)().\(hello)()", needs: [0, 1], title: one),
            Slot(
                code: { version in
                    "extension Int: \(name) { var \(n): String { \(version.text) }"
                        + version.pick(" }", "; func \(hello)() -> String { \"int\" } }")
                }, use: "1.\(hello)()", needs: [0, 1], tellsUsers: false, title: "extension Int"),
            Slot(
                code: { version in
                    "final class \(two): \(name) { var \(n): String { \(version.text) }"
                        + version.pick("", "; static var kind: String { \"two\" }") + " }"
                }, use: "\(two)().\(hello)() + \(two).kind", needs: [0, 1], title: two),
            Slot(
                code: { version in
                    version.pick(
                        "func \(f)<T: \(name)>(_ x: T) -> String { x.\(hello)() + T.kind + \(version.text) }",
                        "func \(f)(_ x: some \(name)) -> String { x.\(hello)() + \(version.text) }",
                        "func \(f)(_ x: any \(name)) -> String { x.\(hello)() + type(of: x).kind + \(version.text) }"
                    )
                }, use: "\(f)(\(one)()) + \(f)(1)", needs: [0, 1, 2, 3], title: f),
            Slot(
                code: { "let \(all): [any \(name)] = [\(one)(), \(two)(), 1] // \($0.number)" },
                use: "\(all).map { $0.\(hello)() }", needs: [0, 1, 2, 3, 4]),
        ]
    }

    /// A protocol with an associated type.
    private static func associatedType(_ g: inout ProgramGenerator) -> [Slot] {
        let (name, type, f) = (g.name("Store"), g.name("ListStore"), g.name("count"))
        return [
            Slot(
                code: { version in
                    "protocol \(name)<Item> { associatedtype Item\(version.pick("", ": Equatable")); var items: [Item] { get set } } // \(version.number)"
                }),
            Slot(
                code: { version in
                    "extension \(name) { mutating func add(_ x: Item) { items.append(x) } }\n"
                        + "extension \(name) where Item: Numeric { var total: Item { items.reduce(\(version.number), +) } }"
                }, needs: [0], tellsUsers: false, title: "extension \(name)"),
            Slot(
                code: { version in
                    version.pick(
                        "struct \(type): \(name) { var items = [\(version.number)] }",
                        "struct \(type): \(name) { var items: [Double] = [\(version.number)] }",
                        "final class \(type): \(name) { typealias Item = Int; var items = [1] } // \(version.number)"
                    )
                }, use: "\(type)().total", needs: [0, 1], title: type),
            Slot(
                code: { version in
                    version.pick(
                        "func \(f)(_ s: some \(name)) -> String { \"\\(s.items.count)\" + \(version.text) }",
                        "func \(f)<S: \(name)>(_ s: S) -> [S.Item] { var s = s; s.add(s.items[0]); return s.items }",
                        "func \(f)(_ s: any \(name)) -> String { \"\\(s.items)\" + \(version.text) }"
                    )
                        + " // \(version.number)"
                }, use: "\(f)(\(type)())", needs: [0, 1, 2], title: f),
        ]
    }

    /// A type that can be written as a literal.
    private static func literal(_ g: inout ProgramGenerator) -> [Slot] {
        let (name, f) = (g.name("Meters"), g.name("length"))
        return [
            Slot(code: { "struct \(name) { var n: Double; let t = \($0.text) }" }),
            Slot(
                code: { version in
                    "extension \(name): ExpressibleByIntegerLiteral { "
                        + "init(integerLiteral v: Int) { self.init(n: Double(v + \(version.number))) } }"
                }, use: "(3 as \(name)).n", needs: [0], tellsUsers: false,
                title: "extension \(name)"),
            Slot(
                code: { version in
                    "extension \(name): ExpressibleByArrayLiteral { init(arrayLiteral e: Int...) "
                        + "{ self.init(n: Double(e.count * \(version.number))) } }"
                }, use: "([1, 2] as \(name)).n", needs: [0], tellsUsers: false,
                title: "extension \(name)"),
            Slot(
                code: { "func \(f)(_ m: \(name)) -> String { \"\\(m.n)\" + \($0.text) }" },
                use: "\(f)(7) + \(f)([1])", needs: [0, 1, 2], title: f),
        ]
    }

    /// An error, functions that throw it, and one that catches it.
    private static func error(_ g: inout ProgramGenerator) -> [Slot] {
        let (name, f, h) = (g.name("Problem"), g.name("risky"), g.name("safely"))
        return [
            Slot(
                code: { version in
                    version.pick(
                        "enum \(name): Error { case empty, full(Int) }",
                        "enum \(name): Error, Equatable { case empty; case full(Int); case other }",
                        "struct \(name): Error { var n = 1; static let empty = \(name)(); static func full(_ n: Int) -> \(name) { .init(n: n) } }"
                    ) + " // \(version.number)"
                }),
            Slot(
                code: { version in
                    version.pick(
                        "func \(f)(_ n: Int) throws -> Int { if n > 5 { throw \(name).full(n) }; return n + \(version.number) }",
                        "func \(f)(_ n: Int) throws(\(name)) -> Int { if n > 5 { throw .full(n) }; return n + \(version.number) }"
                    )
                }, use: "((try? \(f)(1)) ?? 0)", needs: [0], title: f),
            Slot(
                code: { version in
                    "func \(h)() -> String { do { return \"\\(try \(f)(9))\" } catch let e as \(name) { return \"\\(e)\" + \(version.text) }\n"
                        + "    catch { return \"other\" } }"
                }, use: "\(h)()", needs: [0, 1], title: h),
        ]
    }

    /// A type that is encoded and decoded.
    private static func codable(_ g: inout ProgramGenerator) -> [Slot] {
        let (name, f) = (g.name("Point"), g.name("coded"))
        return [
            Slot(
                code: { version in
                    version.pick(
                        "struct \(name): Codable, Hashable { var x = \(version.number); var y: Int? }",
                        "struct \(name): Codable, Hashable { var x = [\(version.number)]; enum CodingKeys: String, CodingKey { case x = \"ex\" } }",
                        "struct \(name): Codable, Hashable { struct In: Codable, Hashable { var z = \(version.number) }; var x = In() }"
                    )
                }),
            Slot(
                code: { version in
                    "import Foundation\nfunc \(f)() -> String { let d = try! JSONEncoder().encode(\(name)()); "
                        + "return String(decoding: d, as: UTF8.self) + \"\\(try! JSONDecoder().decode(\(name).self, from: d) == \(name)())\" + \(version.text) }"
                }, use: "\(f)()", needs: [0], title: f),
        ]
    }
}
