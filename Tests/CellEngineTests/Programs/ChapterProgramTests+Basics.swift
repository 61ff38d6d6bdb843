extension ChapterProgramTests {
    /// Programs for the chapters from the basics to deinitialization.
    static let basics = [
        // The basics.
        ####"""
        let maximum§ = 10, unused§ = 0.5
        var current§: Int = 3
        ~~~~
        current§ += maximum§
        print(current§, unused§, type(of: unused§))
        """####,
        ####"""
        let (code§, text§) = (404, "Not Found")
        ~~~~
        let pair§ = (code: code§, text: text§)
        print(pair§.code, pair§.1, pair§)
        """####,
        ####"""
        typealias Sample§ = UInt16
        let hex§ = 0x1F, octal§ = 0o17, binary§ = 0b1010, long§ = 1_000_000
        ~~~~
        print(Sample§.min, Sample§.max, hex§, octal§, binary§, long§, 0x1p4)
        """####,
        ####"""
        var answer§: String? = nil
        print(answer§ ?? "none", answer§ == nil)
        ~~~~
        answer§ = "42"
        if let answer§, let number = Int(answer§) { print(number + 1) }
        print(answer§!.count)
        """####,
        ####"""
        let parsed§ = Int("12"), failed§ = Int("x")
        ~~~~
        switch (parsed§, failed§) {
        case (let a?, nil): print("first", a)
        default: print("other")
        }
        """####,
        ####"""
        assert(1 + 1 == 2)
        precondition(true, "never")
        let small§: Int8 = 127
        ~~~~
        print(small§ &+ 1, Int(small§) + 1, Double(small§) / 2)
        """####,
        ####"""
        var implicit§: String! = "is there"
        ~~~~
        let forced§: String = implicit§
        implicit§ = nil
        print(forced§, implicit§ as Any)
        """####,
        // Basic operators.
        ####"""
        var a§ = 5
        a§ -= 2; a§ *= 4; a§ /= 3; a§ %= 3
        ~~~~
        print(a§, -a§, +a§, 9 % 4, -9 % 4)
        """####,
        ####"""
        print((1, "zebra") < (2, "apple"), (3, "a") == (3, "a"), "b" > "a")
        let b§ = [1, 2] == [1, 2]
        ~~~~
        print(b§ ? "same" : "other", !b§, b§ && true || false)
        """####,
        ####"""
        let default§ = "red"
        var chosen§: String?
        ~~~~
        print(chosen§ ?? default§)
        chosen§ = "green"
        print(chosen§ ?? default§)
        """####,
        ####"""
        let range§ = 1...5, half§ = 0..<3
        ~~~~
        print(range§.contains(5), half§.contains(3), Array(half§), range§.reversed())
        let names§ = ["a", "b", "c", "d"]
        print(names§[2...], names§[...1], names§[..<2])
        """####,
        ####"""
        let x§ = 0b1100
        ~~~~
        print(x§ & 0b0110, x§ | 1, x§ ^ 0b1111, ~x§, x§ << 2, x§ >> 2)
        """####,
        ####"""
        let same§ = [1], other§ = same§
        final class Box§ {}
        ~~~~
        let one§ = Box§(), two§ = one§
        print(one§ === two§, one§ !== Box§(), same§ == other§)
        """####,
        // Strings and characters.
        ####"""
        let multi§ = """
            first
              second \
            joined
            """
        ~~~~
        print(multi§, multi§.count)
        """####,
        ####"""
        let raw§ = #"a \n b \#(1 + 1)"#
        ~~~~
        print(raw§, "\u{1F600}", "tab\tend", "quote \"")
        """####,
        ####"""
        var word§ = "cafe"
        word§ += "\u{301}"
        ~~~~
        print(word§, word§.count, word§.unicodeScalars.count, word§.utf8.count, word§.utf16.count)
        """####,
        ####"""
        let greeting§ = "Hello, World"
        let comma§ = greeting§.firstIndex(of: ",") ?? greeting§.endIndex
        ~~~~
        let start§ = greeting§[..<comma§]
        print(start§, String(start§).uppercased(), greeting§.hasPrefix("He"), greeting§[greeting§.index(before: greeting§.endIndex)])
        """####,
        ####"""
        var built§ = "abc"
        built§.insert("!", at: built§.endIndex)
        built§.insert(contentsOf: " there", at: built§.index(before: built§.endIndex))
        ~~~~
        built§.remove(at: built§.startIndex)
        print(built§, built§.split(separator: " "), built§.reversed().map(String.init).joined())
        """####,
        ####"""
        for character in "Dog‼🐶" { print(character, terminator: "|") }
        ~~~~
        print(); print("\("é" == "e\u{301}") \("abc".sorted()) \(Character("a").isLetter)")
        """####,
        ####"""
        extension DefaultStringInterpolation {
            mutating func appendInterpolation(twice§ value: String) { appendLiteral(value + value) }
        }
        ~~~~
        print("<\(twice§: "ab")>")
        """####,
        // Collections.
        ####"""
        var list§: [Int] = []
        list§.append(3); list§ += [4, 5]
        ~~~~
        list§[0...1] = [10, 20, 30]
        list§.insert(0, at: 0)
        print(list§, list§.count, list§.removeLast(), list§.firstIndex(of: 20) as Any)
        """####,
        ####"""
        var letters§ = Set<Character>()
        letters§.insert("a")
        ~~~~
        let odd§: Set = [1, 3, 5], primes§: Set = [2, 3, 5]
        print(odd§.union(primes§).sorted(), odd§.intersection(primes§).sorted(), odd§.symmetricDifference(primes§).sorted(), letters§)
        """####,
        ####"""
        var airports§ = ["YYZ": "Toronto", "DUB": "Dublin"]
        airports§["LHR"] = "London"
        ~~~~
        if let old = airports§.updateValue("Dublin Airport", forKey: "DUB") { print("was", old) }
        airports§["YYZ"] = nil
        for (key, value) in airports§.sorted(by: { $0.key < $1.key }) { print(key, value) }
        """####,
        ####"""
        let grid§ = Array(repeating: Array(repeating: 0, count: 2), count: 2)
        ~~~~
        var copy§ = grid§
        copy§[1][0] = 7
        print(grid§, copy§, copy§.flatMap { $0 })
        """####,
        ####"""
        var counts§: [String: Int] = [:]
        for word in ["a", "b", "a"] { counts§[word, default: 0] += 1 }
        ~~~~
        print(counts§.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }, counts§.keys.sorted())
        print(Dictionary(grouping: 1...6, by: { $0 % 3 }).sorted { $0.key < $1.key }.map(\.value))
        """####,
        ####"""
        print([3, 1, 2].sorted(by: >), zip([1, 2], ["a", "b"]).map { "\($0)\($1)" })
        ~~~~
        print([1, 2, 3].reduce(into: [:]) { $0[$1] = $1 * $1 }[3] as Any, [1, nil, 3].compactMap { $0 })
        """####,
        // Control flow.
        ####"""
        for index in stride(from: 0, to: 10, by: 4) { print(index, terminator: " ") }
        ~~~~
        var n§ = 3
        while n§ > 0 { n§ -= 1 }
        repeat { n§ += 1 } while n§ < 5
        print(n§)
        """####,
        ####"""
        let point§ = (1, -1)
        ~~~~
        switch point§ {
        case (0, 0): print("origin")
        case (let x, let y) where x == -y: print("diagonal", x, y)
        case (_, 0), (0, _): print("axis")
        default: print("elsewhere")
        }
        """####,
        ####"""
        func grade§(_ score: Int) -> String {
            switch score {
            case ..<50: "fail"
            case 50..<80: "pass"
            default: "good"
            }
        }
        ~~~~
        print([10, 60, 90].map(grade§))
        """####,
        ####"""
        outer: for i in 1...3 {
            for j in 1...3 {
                if j == 2 { continue outer }
                if i == 3 { break outer }
                print(i, j)
            }
        }
        ~~~~
        let kind§ = if n13(4) { "even" } else { "odd" }
        func n13(_ value: Int) -> Bool { value.isMultiple(of: 2) }
        print(kind§)
        """####,
        ####"""
        func greet§(_ name: String?) {
            guard let name, !name.isEmpty else { print("nobody"); return }
            print("hello", name)
        }
        ~~~~
        greet§("Ann"); greet§(nil); greet§("")
        """####,
        ####"""
        var steps§: [String] = []
        func work§() { defer { steps§.append("last") }; steps§.append("first") }
        ~~~~
        work§()
        switch 5 { case 5: steps§.append("five"); fallthrough
        case 6: steps§.append("six")
        default: break }
        print(steps§)
        """####,
        ####"""
        if #available(macOS 10.15, *) { print("available") }
        ~~~~
        for case let value? in [1, nil, 3] where value > 1 { print(value) }
        """####,
        // Functions.
        ####"""
        func minMax§(_ array: [Int]) -> (min: Int, max: Int)? {
            guard let first = array.first else { return nil }
            return array.reduce((first, first)) { (Swift.min($0.0, $1), Swift.max($0.1, $1)) }
        }
        ~~~~
        if let bounds = minMax§([8, -6, 2]) { print(bounds.min, bounds.max) }
        print(minMax§([]) as Any)
        """####,
        ####"""
        func power§(of base: Int, to exponent: Int = 2) -> Int { (0..<exponent).reduce(1) { r, _ in r * base } }
        ~~~~
        print(power§(of: 3), power§(of: 2, to: 10))
        """####,
        ####"""
        func mean§(_ numbers: Double...) -> Double { numbers.reduce(0, +) / Double(numbers.count) }
        ~~~~
        print(mean§(1, 2, 3, 4))
        """####,
        ####"""
        func swap§(_ a: inout Int, _ b: inout Int) { (a, b) = (b, a) }
        var left§ = 1, right§ = 2
        ~~~~
        swap§(&left§, &right§)
        print(left§, right§)
        """####,
        ####"""
        func add§(_ a: Int, _ b: Int) -> Int { a + b }
        func apply§(_ f: (Int, Int) -> Int, _ a: Int, _ b: Int) -> Int { f(a, b) }
        ~~~~
        let function§: (Int, Int) -> Int = add§
        print(apply§(function§, 2, 3), apply§(*, 2, 3))
        """####,
        ####"""
        func counter§() -> () -> Int {
            var total = 0
            func step() -> Int { total += 1; return total }
            return step
        }
        ~~~~
        let first§ = counter§(), second§ = counter§()
        print(first§(), first§(), second§())
        """####,
        ####"""
        func overloaded§(_ x: Int) -> String { "int" }
        ~~~~
        func overloaded§(_ x: String) -> String { "string" }
        func overloaded§(label x: Int) -> String { "labelled" }
        ~~~~
        print(overloaded§(1), overloaded§(""), overloaded§(label: 1))
        """####,
        // Closures.
        ####"""
        let sorted§ = ["b", "c", "a"].sorted { $0 > $1 }
        ~~~~
        print(sorted§, [1, 2].map { (n: Int) -> String in "<\(n)>" })
        """####,
        ####"""
        func twice§(_ body: () -> Void) { body(); body() }
        var count§ = 0
        ~~~~
        twice§ { count§ += 5 }
        print(count§)
        """####,
        ####"""
        func load§(success: (Int) -> Void, failure: () -> Void) { success(1); failure() }
        ~~~~
        load§ { print("got", $0) } failure: { print("failed") }
        """####,
        ####"""
        var handlers§: [() -> Int] = []
        for i in 0..<3 { handlers§.append { i * 10 } }
        ~~~~
        print(handlers§.map { $0() })
        """####,
        ####"""
        func lazily§(_ condition: @autoclosure () -> Bool) -> String { condition() ? "yes" : "no" }
        ~~~~
        print(lazily§(2 > 1))
        """####,
        ####"""
        var value§ = 1
        let captured§ = { [value§] in value§ }
        let shared§ = { value§ }
        ~~~~
        value§ = 9
        print(captured§(), shared§())
        """####,
        // Enumerations.
        ####"""
        enum Compass§: String, CaseIterable { case north, south, east, west }
        ~~~~
        print(Compass§.allCases.count, Compass§(rawValue: "east") as Any, Compass§.north.rawValue, Compass§.south)
        """####,
        ####"""
        enum Barcode§ { case upc(Int, Int), qr(code: String) }
        let codes§ = [Barcode§.upc(8, 5), .qr(code: "AB")]
        ~~~~
        for code in codes§ {
            switch code {
            case .upc(let a, let b): print(a + b)
            case .qr(let code): print(code)
            }
        }
        """####,
        ####"""
        indirect enum Tree§ { case leaf(Int), node(Tree§, Tree§) }
        ~~~~
        func sum§(_ tree: Tree§) -> Int {
            switch tree {
            case .leaf(let n): n
            case .node(let l, let r): sum§(l) + sum§(r)
            }
        }
        print(sum§(.node(.leaf(2), .node(.leaf(3), .leaf(4)))))
        """####,
        ####"""
        enum Planet§: Int { case mercury = 1, venus, earth }
        ~~~~
        print(Planet§.earth.rawValue, Planet§(rawValue: 9) == nil)
        """####,
        ####"""
        enum Switch§ { case on, off; mutating func toggle() { self = self == .on ? .off : .on } }
        var lamp§ = Switch§.off
        ~~~~
        lamp§.toggle()
        if case .on = lamp§ { print("on") }
        """####,
        ####"""
        enum Level§: Int, Comparable { case low, high; static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue } }
        ~~~~
        print(Level§.low < .high, [Level§.high, .low].sorted(), Level§.allOf)
        extension Level§ { static var allOf: [Self] { [.low, .high] } }
        """####,
        // Structures and classes.
        ####"""
        struct Resolution§ { var width = 0, height = 0 }
        final class Mode§ { var resolution = Resolution§(); var name: String? }
        ~~~~
        let hd§ = Resolution§(width: 1920, height: 1080)
        var cinema§ = hd§
        cinema§.width = 2048
        print(hd§.width, cinema§.width)
        ~~~~
        let mode§ = Mode§(), alias§ = mode§
        alias§.resolution = hd§
        print(mode§.resolution.height, mode§ === alias§, mode§.name as Any)
        """####,
        ####"""
        struct Money§: Equatable, Hashable, Codable { var cents: Int; var currency = "EUR" }
        ~~~~
        print(Money§(cents: 5) == Money§(cents: 5), Set([Money§(cents: 1), Money§(cents: 1)]).count, Money§(cents: 3))
        """####,
        ####"""
        struct Stack§ { private var items: [Int] = []; mutating func push(_ x: Int) { items.append(x) }; var top: Int? { items.last } }
        ~~~~
        var stack§ = Stack§()
        stack§.push(4)
        print(stack§.top as Any)
        """####,
        ####"""
        class Counter§ { var n = 0; func up() -> Counter§ { n += 1; return self } }
        ~~~~
        print(Counter§().up().up().n)
        """####,
        ####"""
        struct Outer§ { struct Inner { var x = 3 }; var inner = Inner() }
        ~~~~
        print(Outer§().inner.x, Outer§.Inner(x: 8))
        """####,
        // Properties.
        ####"""
        struct Rect§ { var side = 2.0; var area: Double { get { side * side } set { side = newValue.squareRoot() } } }
        ~~~~
        var rect§ = Rect§()
        rect§.area = 49
        print(rect§.side, rect§.area)
        """####,
        ####"""
        class Steps§ { var total = 0 { willSet { print("will", newValue) } didSet { print("did", oldValue, total) } } }
        ~~~~
        let steps§ = Steps§()
        steps§.total = 5
        """####,
        ####"""
        struct Lazy§ { lazy var costly: Int = { print("made"); return 7 }(); static var shared = 1; static let fixed = "f" }
        ~~~~
        var lazy§ = Lazy§()
        print("before"); print(lazy§.costly, lazy§.costly)
        Lazy§.shared += 1
        print(Lazy§.shared, Lazy§.fixed)
        """####,
        ####"""
        @propertyWrapper struct Clamped§ {
            private var value = 0
            let limit: Int
            init(limit: Int) { self.limit = limit }
            var wrappedValue: Int { get { value } set { value = min(newValue, limit) } }
            var projectedValue: Bool { value == limit }
        }
        ~~~~
        struct Volume§ { @Clamped§(limit: 11) var level }
        ~~~~
        var volume§ = Volume§()
        volume§.level = 40
        print(volume§.level, volume§.$level)
        """####,
        ####"""
        var celsius§ = 20.0 { didSet { print("from", oldValue) } }
        var fahrenheit§: Double { get { celsius§ * 9 / 5 + 32 } set { celsius§ = (newValue - 32) * 5 / 9 } }
        ~~~~
        fahrenheit§ = 212
        print(celsius§, fahrenheit§)
        """####,
        ####"""
        struct Person§ { var name: String; var age: Int }
        let path§ = \Person§.name
        ~~~~
        var person§ = Person§(name: "Eve", age: 3)
        person§[keyPath: path§] = "Ada"
        print(person§[keyPath: path§], [person§].map(\.age), \Person§.age == \Person§.age)
        """####,
        // Methods.
        ####"""
        struct Point§ { var x = 0.0; mutating func move(by d: Double) { x += d }; mutating func reset() { self = Point§() }; static func zero() -> Point§ { Point§() } }
        ~~~~
        var point§ = Point§(x: 1)
        point§.move(by: 2)
        print(point§.x); point§.reset(); print(point§ .x, Point§.zero())
        """####,
        ####"""
        class Tracker§ { class var kind: String { "base" }; static func make() -> Self { self.init() }; required init() {}; func say() { print(Self.kind) } }
        ~~~~
        class Sub§: Tracker§ { override class var kind: String { "sub" } }
        ~~~~
        Tracker§.make().say(); Sub§.make().say()
        """####,
        ####"""
        struct Adder§ { var base: Int; func callAsFunction(_ x: Int) -> Int { base + x } }
        ~~~~
        print(Adder§(base: 2)(3), [1, 2].map(Adder§(base: 10).callAsFunction))
        """####,
        ####"""
        extension Int { func times§(_ body: () -> Void) { for _ in 0..<self { body() } } }
        ~~~~
        3.times§ { print("hi", terminator: " ") }
        print()
        """####,
        ####"""
        struct Chain§ { var parts: [String] = []; func adding(_ s: String) -> Chain§ { Chain§(parts: parts + [s]) } }
        ~~~~
        let unbound§ = Chain§.adding
        print(unbound§(Chain§())("x").adding("y").parts)
        """####,
        // Subscripts.
        ####"""
        struct Table§ { subscript(row: Int, column: Int = 0) -> Int { row * 10 + column }; static subscript(name: String) -> String { name + "!" } }
        ~~~~
        print(Table§()[3, 4], Table§()[5], Table§["x"])
        """####,
        ####"""
        struct Matrix§ { var grid = [Double](repeating: 0, count: 4); subscript(r: Int, c: Int) -> Double { get { grid[r * 2 + c] } set { grid[r * 2 + c] = newValue } } }
        ~~~~
        var matrix§ = Matrix§()
        matrix§[1, 0] = 2.5
        matrix§[1, 0] *= 2
        print(matrix§.grid)
        """####,
        ####"""
        @dynamicMemberLookup struct Dynamic§ { var values: [String: Int]; subscript(dynamicMember name: String) -> Int { values[name] ?? -1 } }
        ~~~~
        print(Dynamic§(values: ["a": 1]).a, Dynamic§(values: [:]).nothing)
        """####,
        ####"""
        extension Array { subscript(safe§ index: Int) -> Element? { indices.contains(index) ? self[index] : nil } }
        ~~~~
        print([1, 2][safe§: 1] as Any, [1][safe§: 5] as Any)
        """####,
        ####"""
        extension String { subscript(at§ i: Int) -> Character { self[index(startIndex, offsetBy: i)] } }
        ~~~~
        print("hello"[at§: 1])
        """####,
        // Inheritance.
        ####"""
        class Vehicle§ { var speed = 0.0; var text: String { "at \(speed)" }; func noise() {} }
        ~~~~
        class Train§: Vehicle§ { override func noise() { print("choo") } }
        class Car§: Vehicle§ { var gear = 1; override var text: String { super.text + " in \(gear)" } }
        ~~~~
        let car§ = Car§()
        car§.speed = 25
        print(car§.text); Train§().noise()
        ~~~~
        final class Auto§: Car§ { override var speed: Double { didSet { gear = Int(speed / 10) + 1 } } }
        let auto§ = Auto§()
        auto§.speed = 35
        print(auto§.text, auto§ is Vehicle§)
        """####,
        ####"""
        class Base§ { func name() -> String { "base" }; final func fixed() -> String { name() + "?" } }
        ~~~~
        class Middle§: Base§ { override func name() -> String { "middle>" + super.name() } }
        ~~~~
        class Leaf§: Middle§ {}
        ~~~~
        class Last§: Leaf§ { override func name() -> String { "last>" + super.name() } }
        print(Last§().fixed(), Leaf§().fixed())
        """####,
        ####"""
        class Shape§ { func area() -> Double { 0 }; subscript(i: Int) -> Int { i } }
        ~~~~
        class Square§: Shape§ { let side: Double; init(side: Double) { self.side = side }; override func area() -> Double { side * side }; override subscript(i: Int) -> Int { super[i] * 2 } }
        ~~~~
        let shapes§: [Shape§] = [Shape§(), Square§(side: 3)]
        print(shapes§.map { $0.area() }, shapes§.map { $0[4] })
        """####,
        ####"""
        class Animal§ { let name: String; init(_ name: String) { self.name = name } }
        ~~~~
        class Dog§: Animal§ { convenience init() { self.init("Rex") } }
        ~~~~
        print(Dog§().name, Dog§("Bo").name)
        """####,
        ####"""
        class Generic§<T> { var item: T; init(_ item: T) { self.item = item }; func show() -> String { "\(item)" } }
        ~~~~
        class Ints§: Generic§<Int> { override func show() -> String { "int " + super.show() } }
        ~~~~
        print(Ints§(4).show(), Generic§("s").show())
        """####,
        // Initialization.
        ####"""
        struct Fahrenheit§ { var temperature: Double; init() { temperature = 32 }; init(celsius: Double) { temperature = celsius * 1.8 + 32 } }
        ~~~~
        print(Fahrenheit§().temperature, Fahrenheit§(celsius: 100).temperature)
        """####,
        ####"""
        class Food§ { var name: String; init(name: String) { self.name = name }; convenience init() { self.init(name: "[unnamed]") } }
        ~~~~
        class Recipe§: Food§ { var quantity: Int; init(name: String, quantity: Int) { self.quantity = quantity; super.init(name: name) }; override convenience init(name: String) { self.init(name: name, quantity: 1) } }
        ~~~~
        print(Recipe§().name, Recipe§(name: "Egg").quantity, Recipe§(name: "Bacon", quantity: 6).quantity)
        """####,
        ####"""
        struct Animal§ { let species: String; init?(species: String) { if species.isEmpty { return nil }; self.species = species } }
        ~~~~
        print(Animal§(species: "Giraffe")?.species as Any, Animal§(species: "") == nil)
        """####,
        ####"""
        class Required§ { required init() { print("base init") } }
        ~~~~
        class Heir§: Required§ { let x: Int; required init() { x = 4; super.init(); print("heir", x) } }
        _ = Heir§()
        """####,
        ####"""
        struct Board§ { let cells: [Bool] = { var all: [Bool] = []; for i in 0..<4 { all.append(i % 2 == 0) }; return all }() }
        ~~~~
        print(Board§().cells)
        """####,
        ####"""
        struct Size§ { var w = 1, h = 1 }
        ~~~~
        extension Size§ { init(square: Int) { self.init(w: square, h: square) } }
        print(Size§(square: 3), Size§(h: 2))
        """####,
        // Deinitialization.
        ####"""
        final class Bank§ { let name: String; init(_ name: String) { self.name = name }; deinit { print("bye", name) } }
        ~~~~
        var account§: Bank§? = Bank§("one")
        account§ = nil
        print("after")
        """####,
        ####"""
        final class Token§ { deinit { print("token gone") } }
        ~~~~
        do { _ = Token§(); print("in scope") }
        func use§() { let token = Token§(); print("used", type(of: token)) }
        use§()
        """####,
        ####"""
        class Parent§ { deinit { print("parent deinit") } }
        ~~~~
        class Child§: Parent§ { deinit { print("child deinit") } }
        var child§: Parent§? = Child§()
        ~~~~
        child§ = nil
        """####,
        ####"""
        final class Node§ { let n: Int; init(_ n: Int) { self.n = n }; deinit { print("node", n) } }
        var nodes§ = [Node§(1), Node§(2)]
        ~~~~
        nodes§.removeFirst()
        print("removed")
        nodes§ = []
        """####,
        ####"""
        struct Holder§: ~Copyable { let n: Int; deinit { print("holder", n) } }
        ~~~~
        func consume§(_ holder: consuming Holder§) { print("consuming", holder.n) }
        consume§(Holder§(n: 3))
        do { let kept = Holder§(n: 4); print(kept.n) }
        """####,
    ]
}
