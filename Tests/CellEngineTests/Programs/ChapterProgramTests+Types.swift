extension ChapterProgramTests {
    /// Programs for the chapters from optional chaining to the reference of the language.
    static let types = [
        // Optional chaining.
        ####"""
        class Person§ { var home: Home§? }
        class Home§ { var rooms = [1, 2]; var address: String?; func count() -> Int { rooms.count } }
        ~~~~
        let john§ = Person§()
        print(john§.home?.rooms.count as Any, john§.home?.address?.uppercased() as Any)
        ~~~~
        john§.home = Home§()
        john§.home?.address = "street"
        print(john§.home?.count() as Any, john§.home?.rooms[0] as Any, john§.home?.address?.count ?? 0)
        """####,
        ####"""
        var scores§ = ["Dave": [86, 82]]
        ~~~~
        scores§["Dave"]?[0] = 91
        scores§["Bev"]?[0] = 1
        print(scores§, scores§["Dave"]?.first as Any)
        """####,
        ####"""
        struct Node§ { var next: [Node§] = []; var value = 1 }
        ~~~~
        let node§: Node§? = Node§(next: [Node§(value: 5)])
        print(node§?.next.first?.value as Any, node§?.next.last?.next.first?.value as Any)
        """####,
        ####"""
        protocol Delegate§ { func done() -> String }
        struct Doer§ { var delegate: (any Delegate§)? }
        ~~~~
        struct Yes§: Delegate§ { func done() -> String { "done" } }
        print(Doer§().delegate?.done() as Any, Doer§(delegate: Yes§()).delegate?.done() as Any)
        """####,
        ####"""
        let text§: String? = "12"
        ~~~~
        print(text§.map { $0 + "!" } as Any, text§.flatMap(Int.init) as Any, (text§ as String??) as Any)
        """####,
        // Error handling.
        ####"""
        enum Vending§: Error { case invalid, funds(needed: Int) }
        func buy§(_ coins: Int) throws -> String { guard coins >= 3 else { throw Vending§.funds(needed: 3 - coins) }; return "snack" }
        ~~~~
        do { print(try buy§(5)); print(try buy§(1)) }
        catch Vending§.funds(let needed) { print("needs", needed) }
        catch { print("other", error) }
        """####,
        ####"""
        struct Problem§: Error, Equatable { var text: String }
        func fail§(_ yes: Bool) throws { if yes { throw Problem§(text: "no") } }
        ~~~~
        print((try? fail§(true)) == nil, (try? fail§(false)) != nil)
        do { try fail§(true) } catch let problem as Problem§ { print(problem.text) }
        """####,
        ####"""
        func rethrowing§(_ f: () throws -> Int) rethrows -> Int { try f() + 1 }
        ~~~~
        print(rethrowing§ { 1 })
        print((try? rethrowing§ { throw CancellationError() }) as Any)
        """####,
        ####"""
        enum Typed§: Error { case a, b }
        func typed§(_ n: Int) throws(Typed§) -> Int { if n > 1 { throw .b }; return n }
        ~~~~
        do throws(Typed§) { print(try typed§(1)); _ = try typed§(2) } catch { switch error { case .a: print("a"); case .b: print("b") } }
        """####,
        ####"""
        func order§() throws -> Int {
            defer { print("closed") }
            print("opened")
            if Bool(true) { throw CancellationError() }
            return 1
        }
        ~~~~
        do { _ = try order§() } catch { print("caught") }
        """####,
        ####"""
        let result§ = Result { try JSON§.parse("x") }
        enum JSON§ { static func parse(_ s: String) throws -> Int { guard let n = Int(s) else { throw Bad§(s: s) }; return n } }
        struct Bad§: Error { let s: String }
        switch result§ { case .success(let n): print(n); case .failure(let e): print(e) }
        ~~~~
        print((try? result§.get()) as Any, result§.map { $0 + 1 })
        """####,
        // Macros.
        ####"""
        import Observation
        @Observable final class Model§ { var score = 1; @ObservationIgnored var hidden = 2 }
        ~~~~
        let model§ = Model§()
        withObservationTracking { _ = model§.score } onChange: { print("changes") }
        ~~~~
        model§.score += 4
        model§.hidden += 1
        print(model§.score, model§.hidden)
        """####,
        ####"""
        func place§(_ function: String = #function) -> String { function }
        ~~~~
        struct Caller§ { func ask(first: Int) -> String { place§() }; var asked: String { place§() } }
        print(Caller§().ask(first: 1), Caller§().asked)
        """####,
        ####"""
        import Synchronization
        @DebugDescription struct Point§: CustomDebugStringConvertible { var x = 1; var debugDescription: String { "at \(x)" } }
        ~~~~
        print(String(reflecting: Point§()))
        """####,
        ####"""
        print(#line > 0, #function.isEmpty)
        ~~~~
        func column§(_ line: Int = #line, _ function: String = #function) -> Bool { line > 0 && !function.isEmpty }
        print(column§())
        """####,
        ####"""
        import Observation
        @Observable final class Model§ { var count = 0; var name = "m" }
        ~~~~
        let model§ = Model§()
        withObservationTracking { _ = model§.count } onChange: { print("changes") }
        model§.name = "n"
        model§.count = 3
        print(model§.count)
        """####,
        // Type casting.
        ####"""
        class Media§ { var name = "m" }
        class Movie§: Media§ { var director = "d" }
        class Song§: Media§ { var artist = "a" }
        ~~~~
        let library§: [Media§] = [Movie§(), Song§(), Movie§()]
        print(library§.filter { $0 is Movie§ }.count)
        for item in library§ { if let movie = item as? Movie§ { print(movie.director) } else if let song = item as? Song§ { print(song.artist) } }
        """####,
        ####"""
        let things§: [Any] = [0, 0.0, 42, "hello", (3.0, 5.0), { (s: String) in "Hi " + s }, [1], Optional<Int>.none as Any]
        ~~~~
        for thing in things§ {
            switch thing {
            case 0 as Int: print("zero int")
            case let n as Int: print("int", n)
            case is Double: print("double")
            case let s as String: print(s)
            case let (x, y) as (Double, Double): print(x, y)
            case let f as (String) -> String: print(f("M"))
            case let a as [Int]: print(a)
            default: print("else")
            }
        }
        """####,
        ####"""
        protocol Named§ { var name: String { get } }
        struct City§: Named§ { var name = "Bonn" }
        ~~~~
        let any§: Any = City§()
        print((any§ as? any Named§)?.name as Any, any§ is City§, (any§ as? Int) as Any)
        """####,
        ####"""
        let numbers§: [Any] = [1, "a", 2]
        ~~~~
        print(numbers§.compactMap { $0 as? Int }, (numbers§ as? [Int]) == nil, [1, 2] as [Any])
        """####,
        ####"""
        class Up§ {}; class Down§: Up§ {}
        ~~~~
        let up§: Up§ = Down§()
        print(type(of: up§), up§ as? Down§ != nil, (up§ as! Down§) === up§)
        """####,
        // Nested types.
        ####"""
        struct Card§ { enum Suit: Character { case spades = "S", hearts = "H" }; enum Rank: Int { case two = 2, three; struct Values { let first: Int }; var values: Values { Values(first: rawValue) } }; let rank: Rank, suit: Suit }
        ~~~~
        let card§ = Card§(rank: .three, suit: .hearts)
        print(card§.rank.values.first, Card§.Suit.spades.rawValue, card§.suit)
        """####,
        ####"""
        enum Space§ { struct A { var b = B() }; struct B { static let c = "c" } }
        ~~~~
        extension Space§.B { var d: String { Self.c + "d" } }
        print(Space§.A().b.d)
        """####,
        ####"""
        class List§<T> { struct Node { var value: T }; var nodes: [Node] = [] ; func add(_ v: T) { nodes.append(Node(value: v)) } }
        ~~~~
        let list§ = List§<Int>(); list§.add(3)
        print(list§.nodes[0].value, List§<String>.Node(value: "x").value)
        """####,
        ####"""
        struct Machine§ { private enum State { case idle, busy }; private var state = State.idle; mutating func run() -> String { state = .busy; return "\(state)" } }
        ~~~~
        var machine§ = Machine§()
        print(machine§.run())
        """####,
        ####"""
        extension Card13 { typealias Pair = (Card13, Card13) }
        struct Card13 { var n = 1 }
        ~~~~
        let pair§: Card13.Pair = (Card13(), Card13(n: 2))
        print(pair§.0.n + pair§.1.n)
        """####,
        // Extensions.
        ####"""
        extension Double { var km§: Double { self * 1000 } }
        ~~~~
        print(25.4.km§)
        extension Int { mutating func square§() { self *= self } }
        var three§ = 3; three§.square§()
        print(three§)
        """####,
        ####"""
        protocol Describable§ { func text() -> String }
        ~~~~
        extension Int: Describable§ { func text() -> String { "int \(self)" } }
        extension Array: Describable§ where Element: Describable§ { func text() -> String { map { $0.text() }.joined(separator: ",") } }
        ~~~~
        print([1, 2].text(), ([[1], [2, 3]]).text())
        """####,
        ####"""
        struct Rect§ { var w = 1.0, h = 2.0 }
        ~~~~
        extension Rect§ { init(side: Double) { self.init(w: side, h: side) }; var area: Double { w * h }; enum Kind { case square, other }; var kind: Kind { w == h ? .square : .other } }
        ~~~~
        print(Rect§(side: 3).area, Rect§().kind, Rect§(side: 1).kind)
        """####,
        ####"""
        extension Collection where Element == Int { var total§: Int { reduce(0, +) } }
        ~~~~
        print([1, 2, 3].total§, Set([5]).total§)
        """####,
        ####"""
        struct Celsius§ { var degrees: Double }
        ~~~~
        extension Celsius§: CustomStringConvertible { var description: String { "\(degrees)°" } }
        extension Celsius§: ExpressibleByFloatLiteral { init(floatLiteral value: Double) { self.init(degrees: value) } }
        ~~~~
        let warm§: Celsius§ = 21.5
        print(warm§, [warm§])
        """####,
        // Protocols.
        ####"""
        protocol Random§ { func next() -> Double }
        final class Generator§: Random§ { var last = 42.0; func next() -> Double { last = (last * 3877 + 29573).truncatingRemainder(dividingBy: 139968); return last / 139968 } }
        ~~~~
        struct Dice§ { let sides: Int; let random: any Random§; func roll() -> Int { Int(random.next() * Double(sides)) + 1 } }
        ~~~~
        let dice§ = Dice§(sides: 6, random: Generator§())
        print((1...5).map { _ in dice§.roll() })
        """####,
        ####"""
        protocol Togglable§ { mutating func toggle() }
        ~~~~
        enum Light§: Togglable§ { case on, off; mutating func toggle() { self = self == .on ? .off : .on } }
        var light§ = Light§.off; light§.toggle()
        print(light§)
        """####,
        ####"""
        protocol HasArea§ { var area: Double { get } }
        extension HasArea§ { var double: Double { area * 2 }; func compare() -> String { area > 10 ? "large" : "small" } }
        ~~~~
        struct Circle§: HasArea§ { var area = 11.0 }
        struct Dot§: HasArea§ { var area = 1.0; func compare() -> String { "a dot" } }
        ~~~~
        let areas§: [any HasArea§] = [Circle§(), Dot§()]
        print(areas§.map(\.double), areas§.map { $0.compare() }, Dot§().compare())
        """####,
        ####"""
        protocol A§ { var a: Int { get set } }
        protocol B§: A§ { init(a: Int) }
        ~~~~
        struct C§: B§, Equatable, Comparable { var a: Int; static func < (l: C§, r: C§) -> Bool { l.a < r.a } }
        func both§(_ x: any A§ & Equatable) -> Int { x.a }
        print(both§(C§(a: 3)), max(C§(a: 1), C§(a: 2)).a)
        """####,
        ####"""
        protocol Shape§ { associatedtype Unit: Numeric; var size: Unit { get }; static var name: String { get } }
        extension Shape§ { static var name: String { "shape" } }
        ~~~~
        struct I§: Shape§ { var size = 3 }
        struct D§: Shape§ { var size = 2.5; static var name: String { "d" } }
        func show§<S: Shape§>(_ s: S) -> String { "\(S.name) \(s.size * s.size)" }
        print(show§(I§()), show§(D§()))
        """####,
        ####"""
        protocol Delegate§: AnyObject { func report(_ s: String) }
        final class Log§: Delegate§ { func report(_ s: String) { print("log", s) } }
        ~~~~
        final class Game§ { weak var delegate: (any Delegate§)?; func play() { delegate?.report("played") } }
        let log§ = Log§(), game§ = Game§()
        game§.delegate = log§
        game§.play()
        """####,
        // Generics.
        ####"""
        func swapped§<T>(_ a: T, _ b: T) -> (T, T) { (b, a) }
        struct Stack§<Element> { var items: [Element] = []; mutating func push(_ x: Element) { items.append(x) } }
        ~~~~
        extension Stack§ { var top: Element? { items.last } }
        var stack§ = Stack§<String>(); stack§.push("u"); stack§.push("v")
        print(stack§.top as Any, swapped§(1, 2))
        """####,
        ####"""
        func index§<T: Equatable>(of value: T, in array: [T]) -> Int? { array.firstIndex { $0 == value } }
        ~~~~
        print(index§(of: "b", in: ["a", "b"]) as Any, index§(of: 3.0, in: []) as Any)
        """####,
        ####"""
        protocol Container§ { associatedtype Item; var count: Int { get }; subscript(i: Int) -> Item { get } }
        extension Array: Container§ {}
        ~~~~
        func allMatch§<A: Container§, B: Container§>(_ a: A, _ b: B) -> Bool where A.Item == B.Item, A.Item: Equatable { a.count == b.count && (0..<a.count).allSatisfy { a[$0] == b[$0] } }
        print(allMatch§([1, 2], [1, 2]), allMatch§(["a"], ["b"]))
        """####,
        ####"""
        func each§<each T>(_ item: repeat each T) -> [String] { var out: [String] = []; repeat add(each item, to: &out); return out }
        func add<T>(_ item: T, to out: inout [String]) { out.append("\(item)") }
        ~~~~
        print(each§(1, "two", 3.0), each§())
        """####,
        ####"""
        struct Pair§<A, B> { var a: A, b: B }
        extension Pair§: Equatable where A: Equatable, B: Equatable {}
        ~~~~
        extension Pair§ where A == B { var swapped: Pair§ { Pair§(a: b, b: a) } }
        print(Pair§(a: 1, b: 2).swapped == Pair§(a: 2, b: 1), Pair§(a: 1, b: "x").b)
        """####,
        ####"""
        protocol Summable§ { static var zero: Self { get }; static func + (a: Self, b: Self) -> Self }
        extension Int: Summable§ {}
        ~~~~
        extension Sequence where Element: Summable§ { func sum§() -> Element { reduce(.zero, +) } }
        print([1, 2, 3].sum§())
        """####,
        // Opaque and boxed types.
        ####"""
        protocol Shape§ { func draw() -> String }
        struct Triangle§: Shape§ { var size: Int; func draw() -> String { (1...size).map { String(repeating: "*", count: $0) }.joined(separator: "/") } }
        ~~~~
        struct Flipped§<S: Shape§>: Shape§ { var shape: S; func draw() -> String { String(shape.draw().reversed()) } }
        func flip§(_ s: some Shape§) -> some Shape§ { Flipped§(shape: s) }
        ~~~~
        print(flip§(Triangle§(size: 3)).draw(), flip§(flip§(Triangle§(size: 2))).draw())
        """####,
        ####"""
        func make§(_ big: Bool) -> some Collection<Int> { big ? [1, 2, 3] : [] }
        ~~~~
        print(make§(true).count, type(of: make§(false)) == type(of: make§(true)))
        """####,
        ####"""
        protocol P§<Value> { associatedtype Value; var value: Value { get } }
        struct V§: P§ { var value = 5 }
        ~~~~
        let box§: any P§<Int> = V§()
        func open§(_ p: any P§) -> String { func inner<T: P§>(_ t: T) -> String { "\(t.value)" }; return inner(p) }
        print(box§.value, open§(box§))
        """####,
        ####"""
        func pick§(_ flag: Bool) -> any CustomStringConvertible { flag ? 1 : "one" }
        ~~~~
        print(pick§(true), pick§(false), [pick§(true), pick§(false)].map(\.description))
        """####,
        ####"""
        struct Lazy§ { var body: some Sequence<String> { ["a", "b"].lazy.map { $0 + "!" } } }
        ~~~~
        print(Array(Lazy§().body))
        """####,
        // Automatic reference counting.
        ####"""
        class Person§ { var pet: Pet§?; deinit { print("person") } }
        class Pet§ { weak var owner: Person§?; deinit { print("pet") } }
        ~~~~
        var owner§: Person§? = Person§()
        owner§!.pet = Pet§(); owner§!.pet!.owner = owner§
        ~~~~
        owner§ = nil
        """####,
        ####"""
        class Customer§ { var card: Card§?; deinit { print("customer") } }
        class Card§ { unowned let customer: Customer§; init(_ c: Customer§) { customer = c }; deinit { print("card") } }
        ~~~~
        var customer§: Customer§? = Customer§()
        customer§!.card = Card§(customer§!)
        customer§ = nil
        """####,
        ####"""
        class Element§ { let name = "p"; lazy var html: () -> String = { [unowned self] in "<\(name)>" }; deinit { print("element") } }
        ~~~~
        var element§: Element§? = Element§()
        print(element§!.html()); element§ = nil
        """####,
        ####"""
        final class Big§ { deinit { print("freed") } }
        weak var weak§: Big§?
        ~~~~
        do { let strong = Big§(); weak§ = strong; print(weak§ != nil); withExtendedLifetime(strong) {} }
        print(weak§ == nil)
        """####,
        ####"""
        final class Cell§ { var n = 0 }
        var array§ = [Cell§(), Cell§()]
        ~~~~
        var copy§ = array§
        copy§[0].n = 4; copy§[1] = Cell§()
        print(array§[0].n, isKnownUniquelyReferenced(&copy§[1]), isKnownUniquelyReferenced(&copy§[0]))
        """####,
        // Memory safety.
        ####"""
        func balance§(_ x: inout Int, _ y: inout Int) { let sum = x + y; x = sum / 2; y = sum - x }
        var one§ = 42, two§ = 30
        ~~~~
        balance§(&one§, &two§)
        print(one§, two§)
        """####,
        ####"""
        struct Player§ { var health: Int; mutating func share(with other: inout Player§) { swap(&health, &other.health) } }
        ~~~~
        var oscar§ = Player§(health: 10), maria§ = Player§(health: 5)
        oscar§.share(with: &maria§)
        print(oscar§.health, maria§.health)
        """####,
        ####"""
        var step§ = 1
        func increment§(_ n: inout Int) { n += 1 }
        ~~~~
        var copy§ = step§
        increment§(&copy§); step§ = copy§
        print(step§)
        """####,
        ####"""
        var bytes§ = [UInt8](repeating: 1, count: 4)
        ~~~~
        bytes§.withUnsafeMutableBufferPointer { $0[2] = 9 }
        print(bytes§, withUnsafeBytes(of: UInt16(1).littleEndian) { Array($0) })
        """####,
        ####"""
        let pointer§ = UnsafeMutablePointer<Int>.allocate(capacity: 2)
        pointer§.initialize(repeating: 7, count: 2)
        ~~~~
        pointer§[1] += 1
        print(pointer§[0], pointer§.advanced(by: 1).pointee); pointer§.deallocate()
        """####,
        // Access control.
        ####"""
        public struct Tracked§ { public private(set) var edits = 0; public var value = "" { didSet { edits += 1 } }; public init() {} }
        ~~~~
        var tracked§ = Tracked§()
        tracked§.value = "a"; tracked§.value = "b"
        print(tracked§.edits)
        """####,
        ####"""
        open class Open§ { open func name() -> String { "open" }; internal init() {} }
        ~~~~
        public class Kid§: Open§ { public override func name() -> String { "kid " + super.name() } }
        print(Kid§().name())
        """####,
        ####"""
        struct Secret§ { private let code = 4; fileprivate func half() -> Int { code / 2 }; func show() -> Int { half() } }
        ~~~~
        print(Secret§().show())
        """####,
        ####"""
        public protocol Pub§ { func f() -> Int }
        internal struct Int§: Pub§ { fileprivate func g() -> Int { 2 }; public func f() -> Int { g() } }
        ~~~~
        print(Int§().f())
        """####,
        ####"""
        public enum Level§ { case low, high; internal var next: Level§ { self == .low ? .high : .low } }
        ~~~~
        public extension Level§ { var back: Level§ { next } }
        print(Level§.low.next, Level§.high.back)
        """####,
        // Advanced operators.
        ####"""
        struct Vector§: Equatable { var x = 0.0, y = 0.0; static func + (a: Vector§, b: Vector§) -> Vector§ { Vector§(x: a.x + b.x, y: a.y + b.y) }; static prefix func - (v: Vector§) -> Vector§ { Vector§(x: -v.x, y: -v.y) }; static func += (a: inout Vector§, b: Vector§) { a = a + b } }
        ~~~~
        var v§ = Vector§(x: 1, y: 2)
        v§ += Vector§(x: 3)
        print(v§ + -v§ == Vector§(), v§)
        """####,
        ####"""
        prefix operator +++
        extension Int { static prefix func +++ (n: inout Int) -> Int { n += n; return n } }
        ~~~~
        var n§ = 4
        print(+++n§, n§)
        """####,
        ####"""
        infix operator +-: AdditionPrecedence
        extension Int { static func +- (a: Int, b: Int) -> (Int, Int) { (a + b, a - b) } }
        ~~~~
        print(5 +- 2 * 3)
        """####,
        ####"""
        precedencegroup Power { higherThan: MultiplicationPrecedence
            associativity: right
        }
        infix operator **: Power
        func ** (a: Int, b: Int) -> Int { (0..<b).reduce(1) { r, _ in r * a } }
        ~~~~
        print(2 * 3 ** 2, 2 ** 3 ** 2)
        """####,
        ####"""
        @resultBuilder struct Lines§ { static func buildBlock(_ parts: String...) -> String { parts.joined(separator: "\n") }; static func buildOptional(_ part: String?) -> String { part ?? "-" }; static func buildEither(first: String) -> String { first }; static func buildEither(second: String) -> String { second }; static func buildArray(_ a: [String]) -> String { a.joined(separator: "+") } }
        ~~~~
        func text§(@Lines§ _ body: () -> String) -> String { body() }
        ~~~~
        print(text§ { "a"; if false { "b" }; for i in 0..<2 { "c\(i)" }; if 1 > 0 { "d" } else { "e" } })
        """####,
        ####"""
        print(UInt8.max &+ 1, UInt8(200).addingReportingOverflow(100), Int8.min &- 1)
        ~~~~
        print(0b1111_0000 >> 4 & 0b11, -1 >> 1, 7 << 65)
        """####,
        // Lexical structure and types.
        ####"""
        let `class` = 1, π§ = 3.14, 你好§ = "hi"
        ~~~~
        print(`class`, π§, 你好§, 1e3, 0xFp-1, -0b11)
        """####,
        ####"""
        let tuple§: (x: Int, y: (String, Bool)) = (1, ("a", true))
        ~~~~
        let (x§, (s§, _)) = tuple§
        print(x§, s§, tuple§.y.1, type(of: tuple§))
        """####,
        ####"""
        let functions§: [String: (Double, Double) -> Double] = ["+": (+), "max": { max($0, $1) }]
        ~~~~
        print(functions§["+"]!(1, 2), functions§["max"]!(1, 2))
        """####,
        ####"""
        let nested§: [[Int?]?] = [[1, nil], nil]
        let meta§: [Any.Type] = [Int.self, String.self, [Int].self]
        ~~~~
        print(nested§, meta§, Int.self == type(of: 1))
        """####,
        ####"""
        func never§() -> Never { fatalError() }
        func void§() -> () {}
        ~~~~
        print(void§(), MemoryLayout<(Int8, Int32)>.size, MemoryLayout<Int?>.stride)
        """####,
        // Expressions.
        ####"""
        let value§ = switch 3 { case 1: "one"; case let n where n > 2: "many \(n)"; default: "none" }
        ~~~~
        print(value§, [1, 2, 3][...][1], (1, 2, 3).2)
        """####,
        ####"""
        struct Key§ { var list = [1, 2]; var name: String? = "k" }
        ~~~~
        let paths§: [PartialKeyPath<Key§>] = [\.list, \.name?.count, \.list[0], \.list.count]
        print(paths§.map { Key§()[keyPath: $0] })
        """####,
        ####"""
        let closure§ = { (a: inout Int, b: Int...) -> Int in a += b.reduce(0, +); return a }
        ~~~~
        var start§ = 1
        print(closure§(&start§, 2, 3), start§)
        """####,
        ####"""
        print(((1 + 2) * 3 as Int) - 4, true ? 1 : 2, (try? Int("5")) as Any, #"\d"#)
        ~~~~
        let trailing§ = [1, 2, 3].map { $0 * 2 }.filter { $0 > 2 }
            .reduce(0) { $0 + $1 }
        print(trailing§)
        """####,
        ####"""
        let regex§ = /(\w+)@(\w+)\.com/
        ~~~~
        if let match = "to ann@home.com".firstMatch(of: regex§) { print(match.1, match.2) }
        print("a1b22".replacing(/\d+/, with: "#"))
        """####,
        ####"""
        class Super§ { var x: Int { 1 }; func implicit() -> [Super§] { [.init(), self] }; required init() {} }
        ~~~~
        class Sub§: Super§ { override var x: Int { super.x + 1 } }
        print(Sub§().implicit().map(\.x))
        """####,
        // Statements.
        ####"""
        var total§ = 0
        for (i, word) in ["a", "bb", "ccc"].enumerated() where word.count != 2 { total§ += i + word.count }
        print(total§)
        ~~~~
        var stack§ = [1, 2, 3]
        while let top = stack§.popLast() { if top == 1 { break }; print(top) }
        """####,
        ####"""
        #if os(Linux) && !DEBUG_NEVER
        let system§ = "linux"
        #else
        let system§ = "other"
        #endif
        ~~~~
        #if canImport(Nothing)
        print("never")
        #elseif swift(>=5)
        print(system§)
        #endif
        """####,
        ####"""
        func classify§(_ x: Any) -> String {
            switch x {
            case let n as Int where n.isMultiple(of: 2): return "even"
            case is Int: return "odd"
            case "a"..."f": return "letter"
            default: return "?"
            }
        }
        func ~= (range: ClosedRange<String>, x: Any) -> Bool { (x as? String).map(range.contains) ?? false }
        ~~~~
        print([2, 3, "c", "z"].map(classify§))
        """####,
        ####"""
        label§: do { print("in"); if Bool(true) { break label§ }; print("never") }
        ~~~~
        do { defer { print("deferred") }; print("body") }
        """####,
        ####"""
        func unreachable§(_ n: Int) -> Int { repeat { if n > 0 { return n } } while false; return -1 }
        ~~~~
        print(unreachable§(2), unreachable§(-4))
        """####,
        // Declarations and attributes.
        ####"""
        protocol Default§ { init(); static var all: [Self] { get } }
        extension Default§ { static var all: [Self] { [Self(), Self()] } }
        ~~~~
        struct D§: Default§ { var x = 1 }
        print(D§.all.count, D§.all)
        """####,
        ####"""
        @discardableResult func discard§() -> Int { print("called"); return 1 }
        @inline(__always) func inlined§() -> Int { 2 }
        ~~~~
        discard§()
        print(inlined§())
        """####,
        ####"""
        @available(*, deprecated, message: "old") func old§() -> Int { 1 }
        @frozen public enum Frozen§ { case only }
        ~~~~
        print(Frozen§.only, [Frozen§.only].count)
        """####,
        ####"""
        @dynamicCallable struct Call§ { func dynamicallyCall(withArguments a: [Int]) -> Int { a.reduce(0, +) }; func dynamicallyCall(withKeywordArguments a: KeyValuePairs<String, Int>) -> String { a.map { "\($0)\($1)" }.joined() } }
        ~~~~
        let call§ = Call§()
        print(call§(1, 2, 3), call§(a: 1, b: 2))
        """####,
        ####"""
        @MainActor final class Screen§ { var title = "t"; nonisolated func name() -> String { "screen" } }
        ~~~~
        print(MainActor.assumeIsolated { Screen§().title + Screen§().name() })
        """####,
        ####"""
        struct Unique§: ~Copyable { var n = 1; borrowing func peek() -> Int { n }; consuming func take() -> Int { n } }
        ~~~~
        func borrow§(_ u: borrowing Unique§) -> Int { u.peek() + 1 }
        print(borrow§(Unique§()), Unique§(n: 4).take())
        """####,
        ####"""
        struct Index§: RawRepresentable, ExpressibleByIntegerLiteral, Strideable { var rawValue: Int; init(rawValue: Int) { self.rawValue = rawValue }; init(integerLiteral v: Int) { rawValue = v }; func distance(to o: Self) -> Int { o.rawValue - rawValue }; func advanced(by n: Int) -> Self { Self(rawValue: rawValue + n) } }
        ~~~~
        print((Index§(rawValue: 1)..<4).map(\.rawValue), Index§(rawValue: 2) as Index§ == 2)
        """####,
        // Patterns and generic parameters.
        ####"""
        enum Shape§ { case circle(r: Double), rect(w: Double, h: Double) }
        ~~~~
        let shapes§: [Shape§] = [.circle(r: 1), .rect(w: 2, h: 3)]
        for case .rect(let w, let h) in shapes§ { print(w * h) }
        if case .circle(let r) = shapes§[0], r == 1 { print("unit") }
        """####,
        ####"""
        let pairs§: [(Int, String?)] = [(1, "a"), (2, nil)]
        ~~~~
        for case (let n, let s?) in pairs§ { print(n, s) }
        guard case (2, nil) = pairs§[1] else { fatalError() }
        print("second")
        """####,
        ####"""
        func largest§<T>(_ a: T, _ b: T) -> T where T: Comparable { a > b ? a : b }
        func first§<S: Sequence>(_ s: S) -> S.Element? where S.Element: Hashable { s.first { _ in true } }
        ~~~~
        print(largest§("a", "b"), first§([3, 4]) as Any)
        """####,
        ####"""
        struct Keyed§<K: Hashable, V> { var storage: [K: V] = [:]; subscript<T>(key: K, as type: T.Type) -> T? { storage[key] as? T } }
        ~~~~
        print(Keyed§<String, Any>(storage: ["a": 1])["a", as: Int.self] as Any)
        """####,
        ####"""
        protocol Tagged§ { associatedtype Tag: CustomStringConvertible = String; var tag: Tag { get } }
        ~~~~
        struct One§: Tagged§ { var tag: String { "one" } }; struct Two§: Tagged§ { var tag: Int { 2 } }
        func tags§(_ items: any Tagged§...) -> [String] { items.map { "\($0.tag)" } }
        print(tags§(One§(), Two§()))
        """####,
    ]
}
