extension ProgramGenerator {
    /// Parts with classes and inheritance.
    static var classParts: [Part] {
        [hierarchy, hierarchy, genericHierarchy, classBoundProtocol]
    }

    /// A tree of classes, each of which overrides some members, used through every ancestor.
    private static func hierarchy(_ g: inout ProgramGenerator) -> [String] {
        var items: [String] = []
        var classes: [(name: String, ancestors: [String])] = []
        let root = g.name("Base")
        let access = g.chance(5) ? "open " : ""
        let member = access.isEmpty ? "" : "open "
        items.append(
            """
            \(access)class \(root) {
                \(member)var kind: String { "\(root)" }
                \(member)var count = \(g.number())
                \(member)func area() -> Double { 1 }
                \(member)func scaled(by factor: Int) -> Int { count * factor }
                \(member)subscript(index: Int) -> Int { index }
                \(member)class func make() -> String { "made \(root)" }
                static func fixed() -> String { "fixed" }
                \(member.isEmpty ? "" : "public ")required init() {}
                deinit { print("gone", kind) }
                final func describe() -> String { "\\(kind) \\(area()) \\(scaled(by: 2)) \\(self[3])" }
            }
            """)
        classes.append((root, [root]))
        for _ in 0..<g.number(2...4) {
            let parent = classes[Int.random(in: 0..<classes.count, using: &g)]
            let name = g.name("Derived")
            var body: [String] = []
            if g.chance() { body.append("override var kind: String { \"\(name)<\" + super.kind }") }
            if g.chance(3) {
                body.append("override func area() -> Double { super.area() + \(g.number()) }")
            }
            if g.chance(3) {
                body.append(
                    "override func scaled(by factor: Int) -> Int { \(g.number()) + factor }")
            }
            if g.chance(3) { body.append("override subscript(index: Int) -> Int { index * 10 }") }
            if g.chance(3) { body.append("override class func make() -> String { \"\(name)!\" }") }
            if g.chance(4) {
                body.append("override var count: Int { didSet { print(\"set\", count) } }")
            }
            if g.chance(3) {
                // What two classes in a line both declared would be an override.
                let own = "own_\(name)"
                body.append("var \(own) = \(g.number())")
                body.append("func more_\(name)() -> Int { \(own) + count }")
            }
            if g.chance(4) { body.append("required init() { super.init(); count += 1 }") }
            items.append(
                "class \(name): \(parent.name) {\n" + body.map { "    \($0)\n" }.joined() + "}")
            classes.append((name, parent.ancestors + [name]))
            if g.chance(3) { items.append("print(\(name)().describe())") }
        }
        for (name, ancestors) in classes {
            let type = ancestors[Int.random(in: 0..<ancestors.count, using: &g)]
            let value = g.name("object")
            items.append(
                "do { let \(value): \(type) = \(name)(); \(value).count = 5; "
                    + "print(\(value).describe(), \(value).kind, \(value)[2], "
                    + "type(of: \(value)).make(), \(value) is \(name)) }")
        }
        return items
    }

    /// A generic class, a subclass that binds its parameter, and a subclass of that.
    private static func genericHierarchy(_ g: inout ProgramGenerator) -> [String] {
        let (base, middle, leaf) = (g.name("Generic"), g.name("Bound"), g.name("Leaf"))
        let type = g.pick("Int", "String", "[Double]")
        let value = type == "Int" ? "\(g.number())" : type == "String" ? "\"s\"" : "[1.5]"
        var items = [
            """
            class \(base)<T> {
                var item: T
                init(_ item: T) { self.item = item }
                func text() -> String { "base \\(item)" }
                func twice() -> [T] { [item, item] }
            }
            """,
            """
            class \(middle): \(base)<\(type)> {
                override func text() -> String { "middle " + super.text() }
            }
            """,
        ]
        let body =
            g.chance()
            ? "" : "override func twice() -> [\(type)] { super.twice() + [item] }"
        items.append("class \(leaf): \(middle) { \(body) }")
        items.append("print(\(leaf)(\(value)).text(), \(leaf)(\(value)).twice())")
        items.append("do { let b: \(base)<\(type)> = \(leaf)(\(value)); print(b.text()) }")
        return items
    }

    /// A protocol for classes, to which a subclass conforms by inherited members.
    private static func classBoundProtocol(_ g: inout ProgramGenerator) -> [String] {
        let (proto, base, leaf) = (g.name("Named"), g.name("Holder"), g.name("Sub"))
        let value = g.name("weakly")
        return [
            "protocol \(proto): AnyObject { var title: String { get set } }",
            "class \(base) { var title = \"t\(g.number())\"; func hello() -> String { \"h\" } }",
            "class \(leaf): \(base), \(proto) { override func hello() -> String { \"sub\" } }",
            "extension \(proto) { func shout() -> String { title.uppercased() } }",
            "let \(value): any \(proto) = \(leaf)()",
            "\(value).title += \"x\"; print(\(value).shout(), (\(value) as? \(base))?.hello() ?? \"-\")",
        ]
    }
}
