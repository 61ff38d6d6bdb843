extension ChapterProgramTests {
    /// Programs for declarations and statements of the grammar that the chapters leave out.
    static let grammar = [
        // Functions and closures.
        ####"""
        func outer§(_ n: Int) -> () -> Int { var count = n; func step() -> Int { count += 1; return count }; return step }
        ~~~~
        let step§ = outer§(3)
        ~~~~
        print(step§(), step§(), outer§(1)())
        """####,
        ####"""
        func curry§<A, B, C>(_ f: @escaping (A, B) -> C) -> (A) -> (B) -> C { { a in { b in f(a, b) } } }
        ~~~~
        let add§ = curry§(+) as (Int) -> (Int) -> Int
        ~~~~
        print(add§(2)(3), curry§(min)(4)(1) as Int)
        """####,
        ####"""
        func each§(_ n: Int, _ body: (Int) throws -> Void) rethrows { for i in 0..<n { try body(i) } }
        ~~~~
        struct Stop§: Error { var at: Int }
        ~~~~
        each§(2) { print("each", $0) }
        do { try each§(5) { if $0 == 2 { throw Stop§(at: $0) } } } catch let stop as Stop§ { print("stopped", stop.at) }
        """####,
        ####"""
        func generic§<E: Error>(_ f: () throws(E) -> Int) throws(E) -> Int { try f() }
        ~~~~
        enum Bad§: Error { case one, two(Int) }
        func two§() throws(Bad§) -> Int { throw .two(7) }
        ~~~~
        do throws(Bad§) { print(try generic§(two§)) } catch { if case .two(let n) = error { print("two", n) } }
        print(generic§ { 5 })
        """####,
        ####"""
        func lazily§(_ a: @autoclosure () -> Bool, _ b: @autoclosure @escaping () -> Int) -> () -> Int { a() ? b : { 0 } }
        ~~~~
        var calls§ = 0
        func called§() -> Int { calls§ += 1; return calls§ }
        ~~~~
        let f§ = lazily§(calls§ == 0, called§())
        print(calls§)
        ~~~~
        print(f§(), f§(), calls§)
        """####,
        ####"""
        func take§(_ x: consuming [Int]) -> [Int] { x.append(1); return x }
        func look§(_ x: borrowing [Int]) -> Int { x.count }
        func change§(_ x: inout [Int], by n: Int = 2) { x = x.map { $0 * n } }
        ~~~~
        var list§ = [5]
        ~~~~
        change§(&list§); change§(&list§, by: 3)
        print(take§(list§), look§(list§), list§)
        """####,
        ####"""
        let pair§ = (name: "a", size: 2)
        func swap§(_ p: (name: String, size: Int)) -> (size: Int, name: String) { (p.size, p.name) }
        ~~~~
        let (size§, name§) = swap§(pair§)
        ~~~~
        print(size§, name§, swap§(pair§).name, pair§ == ("a", 2), pair§ < ("b", 1))
        """####,
        ####"""
        @available(*, deprecated, message: "old") func old§() -> Int { 1 }
        @available(macOS 10.15, *) @inline(__always) func new§() -> Int { 2 }
        @inlinable func fast§() -> Int { 3 }
        ~~~~
        if #available(macOS 99, *) { print(new§()) } else { print("no") }
        guard #available(Linux 1, *) else { fatalError() }
        print(new§() + fast§())
        """####,
        ####"""
        func trace§(line: Int = #line, function: String = #function, column: Int = #column) -> String { "\(function) \(column)" }
        ~~~~
        func caller§(_ x: Int) -> String { trace§() }
        ~~~~
        print(caller§(1))
        """####,
        // Statements.
        ####"""
        var found§: [String] = []
        search§: for row in [[1, 2], [3, 4], [5, 6]] {
            for value in row {
                switch value {
                case 2: continue search§
                case 5: break search§
                case let n where n.isMultiple(of: 2): found§.append("even \(n)"); fallthrough
                default: found§.append("any \(value)")
                }
            }
        }
        ~~~~
        print(found§)
        """####,
        ####"""
        func order§(_ n: Int) -> [String] {
            var log: [String] = []
            do { defer { log.append("outer") }; if n > 1 { defer { log.append("inner") }; log.append("body") } }
            repeat { defer { log.append("once") }; if n == 2 { break } } while log.count < 4
            return log
        }
        ~~~~
        print(order§(1), order§(2))
        """####,
        ####"""
        let amount§ = 2
        ~~~~
        let size§ = if amount§ > 3 { "large" } else if amount§ > 1 { "middle" } else { "small" }
        let kind§ = switch amount§ { case ..<0: "negative"; case 0...2: "few"; default: "many" }
        ~~~~
        print(size§, kind§)
        """####,
        ####"""
        let mixed§: [Any] = [1, "two", 3.0, [4], ("five", 5), Optional<Int>.none as Any]
        ~~~~
        for item in mixed§ {
            switch item {
            case let n as Int where n > 0: print("int", n)
            case is String: print("string")
            case let list as [Int]: print("list", list)
            case let (word, n) as (String, Int): print(word, n)
            case 3.0 as Double: print("three")
            default: print("other")
            }
        }
        """####,
        ####"""
        let table§: [(Int?, String)] = [(1, "a"), (nil, "b"), (3, "c")]
        ~~~~
        for case (let n?, let word) in table§ where n > 1 { print(n, word) }
        if case (nil, let word) = table§[1] { print(word) }
        var rest§ = table§[...]
        while let first = rest§.popFirst(), first.0 != 3 { print(first.1) }
        ~~~~
        guard case let (n§?, _) = table§[2] else { fatalError() }
        print(n§, rest§.count)
        """####,
        ####"""
        enum Shape§ { case circle(r: Double), box(w: Double, h: Double), none }
        ~~~~
        func area§(_ shape: Shape§) -> Double {
            switch shape {
            case .circle(let r): return r * r * 3
            case let .box(w, h) where w == h: return -w
            case .box(w: let w, h: let h): return w * h
            case .none: return 0
            }
        }
        ~~~~
        print([.circle(r: 1), .box(w: 2, h: 2), .box(w: 2, h: 3), .none].map(area§))
        """####,
        ####"""
        do { struct Local { var n = 1; func f() -> Int { n + 1 } }; print(Local().f()); enum E: Error { case e }; do { throw E.e } catch { print("local", error) } }
        ~~~~
        do { let x = 1; print(x) }
        do { let x = "other"; print(x) }
        """####,
        // Types.
        ####"""
        public struct Public§ { public var n = 1; public init() {}; @usableFromInline var hidden = 2 }
        open class Open§ { public init() {}; open func f() -> Int { 1 }; public private(set) var seen = 0; func see() { seen += 1 } }
        ~~~~
        public final class Closed§: Open§ { public override func f() -> Int { super.f() + 1 } }
        extension Public§ { public var sum: Int { n + hidden } }
        ~~~~
        do { let c = Closed§(); c.see(); print(c.f(), c.seen, Public§().sum) }
        """####,
        ####"""
        class Vehicle§ { let wheels: Int; init(wheels: Int) { self.wheels = wheels }; convenience init() { self.init(wheels: 4) }; init?(text: String) { guard let n = Int(text) else { return nil }; wheels = n } }
        ~~~~
        class Bike§: Vehicle§ { let bell: String; init(bell: String = "ring") { self.bell = bell; super.init(wheels: 2) }; override convenience init(wheels: Int) { self.init(bell: "\(wheels)") } }
        ~~~~
        print(Vehicle§().wheels, Bike§().bell, Bike§(wheels: 9).bell, Vehicle§(text: "7")?.wheels ?? 0, Vehicle§(text: "x") == nil)
        """####,
        ####"""
        class Owner§ { var pet: Pet§?; deinit { print("owner gone") } }
        class Pet§ { weak var owner: Owner§?; unowned let home: Owner§; init(_ o: Owner§) { owner = o; home = o }; deinit { print("pet gone") } }
        ~~~~
        var owner§: Owner§? = Owner§()
        owner§!.pet = Pet§(owner§!)
        ~~~~
        let peek§ = { [weak owner§] in owner§ == nil }
        print(peek§(), owner§!.pet!.owner === owner§)
        owner§ = nil
        print(peek§())
        """####,
        ####"""
        struct Temperature§ { var c: Double; var f: Double { get { c * 9 / 5 + 32 } set { c = (newValue - 32) * 5 / 9 } }; static let boiling = Temperature§(c: 100); nonmutating func show() -> String { "\(c)" }; lazy var cached = c + 1 }
        ~~~~
        var temperature§ = Temperature§.boiling
        temperature§.f = 50
        print(temperature§.show(), temperature§.cached, Temperature§.boiling.f)
        """####,
        ####"""
        struct Options§: OptionSet { let rawValue: Int; static let a = Options§(rawValue: 1), b = Options§(rawValue: 2); static let all: Options§ = [.a, .b] }
        ~~~~
        extension Options§ { static let c = Options§(rawValue: 4) }
        ~~~~
        do { var o: Options§ = [.a, .c]; o.insert(.b); o.remove(.a); print(o.rawValue, o.contains(.c), Options§.all.isSubset(of: o)) }
        """####,
        ####"""
        enum Planet§: Int, CaseIterable, Codable { case mercury = 1, venus, earth; init?(name: String) { guard let p = Self.allCases.first(where: { "\($0)" == name }) else { return nil }; self = p } }
        ~~~~
        extension Planet§: Comparable { static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue } }
        extension Planet§: Identifiable { var id: Int { rawValue * 10 } }
        ~~~~
        print(Planet§(name: "venus")!.id, Planet§.allCases.max()!, Planet§(rawValue: 9) as Any, Planet§.mercury ..< .earth)
        """####,
        ####"""
        indirect enum Expr§: Hashable { case num(Int), add(Expr§, Expr§), mul(Expr§, Expr§) }
        ~~~~
        extension Expr§: ExpressibleByIntegerLiteral { init(integerLiteral n: Int) { self = .num(n) }; static func + (a: Expr§, b: Expr§) -> Expr§ { .add(a, b) }; static func * (a: Expr§, b: Expr§) -> Expr§ { .mul(a, b) } }
        ~~~~
        func eval§(_ e: Expr§) -> Int { switch e { case .num(let n): n; case .add(let a, let b): eval§(a) + eval§(b); case .mul(let a, let b): eval§(a) * eval§(b) } }
        print(eval§(2 * 3 + 4), Set<Expr§>([1, 2, 1]).count)
        """####,
        ####"""
        struct Matrix§<let rows: Int> { var d: [Double] = .init(repeating: 0, count: rows) ; var count: Int { rows } }
        ~~~~
        print(Matrix§<3>().count, Matrix§<2>().d)
        """####,
        ####"""
        @dynamicCallable struct Call§ { func dynamicallyCall(withArguments a: [Int]) -> Int { a.reduce(0, +) }; func dynamicallyCall(withKeywordArguments a: KeyValuePairs<String, Int>) -> String { a.map { "\($0)=\($1)" }.joined(separator: ",") } }
        ~~~~
        let call§ = Call§()
        print(call§(1, 2), call§(x: 3, y: 4))
        """####,
        ####"""
        @dynamicMemberLookup final class Ref§<Value> { var value: Value; init(_ v: Value) { value = v }; subscript<T>(dynamicMember path: WritableKeyPath<Value, T>) -> T { get { value[keyPath: path] } set { value[keyPath: path] = newValue } } }
        ~~~~
        struct Settings§ { var volume = 1; var nested = Nested§() }
        struct Nested§ { var deep = "x" }
        ~~~~
        let ref§ = Ref§(Settings§())
        ref§.volume += 4; ref§.nested.deep = "y"
        print(ref§.volume, ref§.value.nested.deep, ref§.nested.deep.count)
        """####,
        ####"""
        struct Unique§<T: ~Copyable>: ~Copyable { var value: T; deinit { print("unique gone") }; borrowing func with<R>(_ f: (borrowing T) -> R) -> R { f(value) } }
        ~~~~
        extension Unique§ where T == Int { consuming func bump() -> Int { value + 1 } }
        ~~~~
        do { let u = Unique§(value: 4); print(u.with { $0 * 2 }) }
        do { print(Unique§(value: 1).bump()) }
        """####,
        ####"""
        struct Counted§<T>: ~Copyable { var value: T; deinit { print("counted gone", value) } }
        struct Both§<T: ~Copyable>: ~Copyable { var first: T; var n = 1 }
        ~~~~
        func count§() { let c = Counted§(value: 2); _ = c.value }
        count§()
        ~~~~
        func both§() { let b = Both§(first: Counted§(value: "b")); _ = b.n }
        func maybe§() { let maybe: Counted§<Int>? = Counted§(value: 3); _ = consume maybe }
        both§()
        maybe§()
        ~~~~
        final class Holder§ { var c = Counted§(value: 4) }
        do { _ = Holder§() }
        """####,
        ####"""
        protocol Resource§: ~Copyable { var id: Int { get } }
        struct Token§: ~Copyable, Resource§ { let id: Int }
        ~~~~
        func show§<R: Resource§ & ~Copyable>(_ r: borrowing R) -> Int { r.id }
        enum Slot§: ~Copyable { case empty, full(Token§); consuming func take() -> Int { switch consume self { case .empty: 0; case .full(let t): t.id } } }
        ~~~~
        do { let t = Token§(id: 3); print(show§(t)); print(Slot§.full(t).take(), Slot§.empty.take()) }
        """####,
        // Protocols and generics.
        ####"""
        protocol Stack§ { associatedtype Element = Int; associatedtype Body: Sequence where Body.Element == Element; var body: Body { get }; static var name: String { get }; init(); subscript(i: Int) -> Element { get } }
        extension Stack§ { var all: [Element] { Array(body) }; static var name: String { "stack" } }
        ~~~~
        struct Ints§: Stack§ { var body = [1, 2]; subscript(i: Int) -> Int { body[i] } }
        ~~~~
        extension Stack§ where Element: Numeric { var total: Element { body.reduce(.zero, +) } }
        func make§<S: Stack§>(_: S.Type = S.self) -> S { S() }
        ~~~~
        print(make§(Ints§.self).total, Ints§()[1], Ints§.name, (Ints§() as any Stack§).all)
        """####,
        ####"""
        protocol A§ { func a() -> String }
        protocol B§: A§ { func b() -> String }
        extension B§ { func a() -> String { "a from b" + b() } }
        extension A§ where Self: B§ { func both() -> String { a() + b() } }
        ~~~~
        struct C§: B§ { func b() -> String { "b" } }
        func compose§(_ x: any A§ & CustomStringConvertible) -> String { x.a() + x.description }
        ~~~~
        extension C§: CustomStringConvertible { var description: String { "C" } }
        print(compose§(C§()), C§().both())
        """####,
        ####"""
        func largest§<T: Collection>(_ c: T) -> T.Element? where T.Element: Comparable { c.max() }
        func count§<each T: Equatable>(_ a: repeat each T, equal b: repeat each T) -> Int { var n = 0; for (x, y) in repeat (each a, each b) { if x == y { n += 1 } }; return n }
        ~~~~
        print(largest§([3, 1]) as Any, largest§("hello") as Any, count§(1, "a", 2.0, equal: 1, "b", 2.0))
        """####,
        ####"""
        struct Pack§<each T> { let values: (repeat each T); init(_ v: repeat each T) { values = (repeat each v) }; func map<R>(_ f: (Any) -> R) -> [R] { var r: [R] = []; repeat r.append(f(each values)); return r } }
        ~~~~
        extension Pack§ { var size: Int { map { _ in 1 }.count } }
        ~~~~
        print(Pack§(1, "a", true).size, Pack§(1.5, 2).map { "\($0)" })
        """####,
        ####"""
        func opaque§(_ n: Int) -> some Sequence<Int> & Sendable { (0..<n).map { $0 * $0 } }
        func any§(_ flag: Bool) -> any Collection<Int> { flag ? [1, 2] : 5..<7 }
        ~~~~
        print(opaque§(3).reduce(0, +), any§(true).count, any§(false).map { $0 + 1 })
        func open§(_ c: some Collection<Int>) -> Int { c.first ?? 0 }
        ~~~~
        print(open§(any§(false)))
        """####,
        ####"""
        typealias Callback§<T> = (Result<T, any Error>) -> Void
        typealias Grid§ = [[Int]]
        ~~~~
        func load§(_ n: Int, _ done: Callback§<Grid§>) { done(.success([[n]])) }
        ~~~~
        load§(4) { print((try? $0.get()) as Any) }
        extension Grid§ { var flat: [Int] { flatMap { $0 } } }
        print(([[1], [2]] as Grid§).flat)
        """####,
        ####"""
        protocol View§ { associatedtype Body: View§; @ViewBuilder§ var body: Body { get }; var text: String { get } }
        extension View§ { var text: String { body.text } }
        extension Never: View§ { var body: Never { fatalError() }; var text: String { "" } }
        struct Text§: View§ { var s: String; var text: String { s }; var body: Never { fatalError() } }
        struct Pair§<X: View§, Y: View§>: View§ { var x: X, y: Y; var text: String { x.text + "," + y.text }; var body: Never { fatalError() } }
        @resultBuilder enum ViewBuilder§ { static func buildBlock<X: View§>(_ x: X) -> X { x }; static func buildBlock<X: View§, Y: View§>(_ x: X, _ y: Y) -> Pair§<X, Y> { Pair§(x: x, y: y) } }
        ~~~~
        struct Screen§: View§ { var title = "t"; var body: some View§ { Text§(s: title); Text§(s: "end") } }
        ~~~~
        struct App§: View§ { var body: some View§ { Screen§(title: "one"); Screen§() } }
        print(App§().text)
        """####,
        ####"""
        @resultBuilder struct Sum§ { static func buildPartialBlock(first n: Int) -> Int { n }; static func buildPartialBlock(accumulated a: Int, next n: Int) -> Int { a + n }; static func buildExpression(_ s: String) -> Int { s.count } }
        ~~~~
        extension Sum§ { static func buildExpression(_ n: Int) -> Int { n }; static func buildOptional(_ n: Int?) -> Int { n ?? 0 }; static func buildFinalResult(_ n: Int) -> String { "sum \(n)" } }
        ~~~~
        @Sum§ func sum§(_ flag: Bool) -> String { 1; "abc"; if flag { 10 } }
        ~~~~
        print(sum§(true), sum§(false))
        """####,
        ####"""
        protocol Copy§ { func copy() -> Self; static func == (a: Self, b: Self) -> Bool }
        final class Doc§: Copy§ { var n = 1; func copy() -> Doc§ { let d = Doc§(); d.n = n + 1; return d }; static func == (a: Doc§, b: Doc§) -> Bool { a.n == b.n } }
        ~~~~
        func same§<T: Copy§>(_ x: T) -> Bool { x.copy() == x }
        print(same§(Doc§()), Doc§().copy().copy().n)
        """####,
        ####"""
        extension Optional where Wrapped == String { var orEmpty: String { self ?? "" } }
        extension Optional<Int> { var orZero: Int { self ?? 0 } }
        extension Dictionary where Value: Numeric { var total: Value { values.reduce(0, +) } }
        extension Result where Success == Int, Failure == Never { var number: Int { self.get() } }
        ~~~~
        print((nil as String?).orEmpty.isEmpty, (nil as Int?).orZero, ["a": 1, "b": 2].total, Result<Int, Never>.success(3).number)
        """####,
        ####"""
        extension Array where Element == Int { func about() -> String { "ints \(count)" } }
        ~~~~
        extension Array where Element == Double { func about() -> String { "doubles \(count)" } }
        ~~~~
        extension [String] { func about() -> String { "strings \(count)" } }
        ~~~~
        print([1, 2].about(), [1.5].about(), ["a"].about())
        """####,
        // Wrappers, key paths, literals, interpolation.
        ####"""
        @propertyWrapper struct Logged§<T> { private var value: T; private(set) var projectedValue: [String] = []; init(wrappedValue: T) { value = wrappedValue }; var wrappedValue: T { get { value } set { projectedValue.append("\(value)"); value = newValue } } }
        ~~~~
        struct Form§ { @Logged§ var name = "a"; @Logged§ var age: Int = 1; mutating func fill() { name = "b"; name = "c"; age += 1 } }
        ~~~~
        do { var f = Form§(); f.fill(); print(f.$name, f.$age, f.name); @Logged§ var local = 1; local = 2; print($local) }
        """####,
        ####"""
        @propertyWrapper struct Doubled§ { var wrappedValue: Int { didSet { wrappedValue *= 2 } }; init(wrappedValue: Int) { self.wrappedValue = wrappedValue } }
        ~~~~
        func wrapped§(@Doubled§ n: Int) -> Int { n }
        ~~~~
        print(wrapped§(n: 3))
        """####,
        ####"""
        struct Tree§ { var name: String; var kids: [Tree§] = []; subscript(i: Int) -> Tree§ { get { kids[i] } set { kids[i] = newValue } } }
        ~~~~
        let path§: WritableKeyPath<Tree§, String> = \.[0][1].name
        ~~~~
        do { var t = Tree§(name: "r", kids: [Tree§(name: "a", kids: [Tree§(name: "x"), Tree§(name: "y")])]); t[keyPath: path§] += "!"; print(t[0][1].name, [t].map(\.kids.count), t[keyPath: \.self].name, \Tree§.kids.first?.name == \Tree§.kids.first?.name) }
        """####,
        ####"""
        struct Title§: ExpressibleByStringInterpolation, CustomStringConvertible { var description: String; init(stringLiteral s: String) { description = "lit " + s }; init(stringInterpolation i: DefaultStringInterpolation) { description = "int " + String(describing: i) } }
        ~~~~
        func title§(_ t: Title§) -> String { t.description }
        ~~~~
        print(title§("plain"), title§("with \(1 + 1)"))
        """####,
        ####"""
        struct Flag§: ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByUnicodeScalarLiteral { var s: String; init(booleanLiteral b: Bool) { s = "bool \(b)" }; init(nilLiteral: ()) { s = "nil" }; init(unicodeScalarLiteral c: UnicodeScalar) { s = "scalar \(c)" } }
        ~~~~
        print(([true, nil, "x"] as [Flag§]).map(\.s))
        """####,
        ####"""
        extension DefaultStringInterpolation { mutating func appendInterpolation<T>(list§ items: [T], by separator: String = "; ", @Sum§List _ body: () -> Int = { 0 }) { appendLiteral(items.map { "\($0)" }.joined(separator: separator)) } }
        @resultBuilder enum Sum§List { static func buildBlock(_ n: Int...) -> Int { n.count } }
        ~~~~
        print("\(list§: [1, 2]) and \(list§: ["a"], by: "")")
        """####,
        ####"""
        let raw§ = #"a\n"b" \#(1 + 1)"#
        let many§ = """
            line one
              "two" \
            joined \(raw§.count)
            """
        ~~~~
        print(raw§, many§, "\u{1F600}".unicodeScalars.count, "é" == "e\u{301}")
        """####,
        // Imports, conditions, macros.
        ####"""
        import struct Foundation.Date
        import func Foundation.pow
        import enum Foundation.ComparisonResult
        ~~~~
        print(Date(timeIntervalSince1970: 60).timeIntervalSince1970, pow(2.0, 3.0), ComparisonResult.orderedSame.rawValue)
        """####,
        ####"""
        #if canImport(Foundation) && !os(macOS)
        import Foundation
        typealias Stamp§ = Date
        #else
        typealias Stamp§ = Double
        #endif
        ~~~~
        print(Stamp§.self)
        """####,
        ####"""
        struct Conditional§ {
            #if os(Linux)
            var n = 1
            func f() -> Int { n }
            #else
            var n = "x"
            #endif
            static let list = [
                1,
                2,
            ]
        }
        ~~~~
        print(Conditional§().f() + Conditional§.list.count)
        """####,
        ####"""
        import Observation
        @Observable final class Model§ { var count = 0; var name = "n"; @ObservationIgnored var hidden = 1 }
        ~~~~
        let model§ = Model§()
        withObservationTracking { _ = model§.count } onChange: { print("changes") }
        ~~~~
        model§.name = "m"; model§.count += 1; model§.count += 1
        print(model§.count)
        """####,
        ####"""
        import Foundation
        struct Book§: Codable { var title: String; var pages: Int }
        let long§ = #Predicate<Book§> { $0.pages > 100 }
        ~~~~
        print(try [Book§(title: "a", pages: 50), Book§(title: "b", pages: 150)].filter(long§).map(\.title))
        """####,
        // Memory and pointers.
        ####"""
        var numbers§ = [1, 2, 3]
        let sum§ = numbers§.withUnsafeMutableBufferPointer { p in p[0] = 10; return p.reduce(0, +) }
        ~~~~
        print(sum§, numbers§, MemoryLayout<(Int8, Int)>.stride, withUnsafeBytes(of: 258 as UInt16) { Array($0) })
        """####,
        ####"""
        let cfunction§: @convention(c) (Int32) -> Int32 = { $0 * 2 }
        ~~~~
        print(cfunction§(21), unsafeBitCast(1.0, to: UInt64.self) >> 52)
        """####,
        // Global and static state.
        ####"""
        var watched§ = 1 { willSet { print("will", newValue) } didSet { print("did", oldValue, watched§) } }
        var computed§: Int { get { watched§ * 10 } set { watched§ = newValue / 10 } }
        ~~~~
        func touch§(_ n: inout Int) { n += 5 }
        ~~~~
        touch§(&watched§); computed§ += 10; touch§(&computed§)
        print(watched§, computed§)
        """####,
        ####"""
        enum Registry§ { static var all: [String: () -> any Shape§P] = [:]; static func register(_ n: String, _ f: @escaping () -> any Shape§P) { all[n] = f } }
        protocol Shape§P { var sides: Int { get } }
        ~~~~
        struct Triangle§: Shape§P { let sides = 3 }
        Registry§.register("t") { Triangle§() }
        ~~~~
        struct Square§: Shape§P { var sides: Int { 4 } }
        Registry§.register("s", Square§.init)
        ~~~~
        print(Registry§.all.sorted { $0.key < $1.key }.map { $0.value().sides })
        """####,
    ]

    /// Programs for actors and asynchronous functions in several cells.
    static let isolation = [
        ####"""
        actor Bank§ { var total = 0; let name: String; init(_ n: String) { name = n }; func add(_ n: Int) -> Int { total += n; return total }; nonisolated var label: String { "bank " + name }; subscript(i: Int) -> Int { total + i } }
        ~~~~
        extension Bank§ { func twice(_ n: Int) -> Int { add(n); return add(n) }; static func make() -> Bank§ { Bank§("made") } }
        ~~~~
        do { let b = Bank§.make(); print(b.label, await b.twice(4), await b[1]) }
        """####,
        ####"""
        protocol Greeter§: Actor { func greet() -> String }
        extension Greeter§ { func loud() -> String { greet().uppercased() } }
        ~~~~
        actor English§: Greeter§ { func greet() -> String { "hello" } }
        ~~~~
        print(await English§().loud())
        """####,
        ####"""
        @globalActor actor Shop§ { static let shared = Shop§() }
        ~~~~
        @Shop§ func price§(_ n: Int) -> Int { n * 2 }
        @Shop§ struct Cart§ { var items: [Int] = []; mutating func add(_ n: Int) { items.append(price§(n)) } }
        ~~~~
        print(await Task { @Shop§ in var c = Cart§(); c.add(2); c.add(3); return c.items }.value)
        """####,
        ####"""
        struct Squares§: AsyncSequence { let n: Int; func makeAsyncIterator() -> AsyncStream<Int>.Iterator { AsyncStream { c in for i in 0..<n { c.yield(i * i) }; c.finish() }.makeAsyncIterator() } }
        ~~~~
        func collect§<S: AsyncSequence>(_ s: S) async rethrows -> [S.Element] { var r: [S.Element] = []; for try await x in s { r.append(x) }; return r }
        ~~~~
        print(await collect§(Squares§(n: 4).map { $0 + 1 }.filter { $0 > 1 }), await collect§(Squares§(n: 3).prefix(2)))
        """####,
        ####"""
        enum Trace§ { @TaskLocal static var depth = 0 }
        func nested§(_ n: Int) async -> Int { n == 0 ? Trace§.depth : await Trace§.$depth.withValue(Trace§.depth + 1) { await nested§(n - 1) } }
        ~~~~
        print(await nested§(3), Trace§.depth)
        """####,
        ####"""
        enum Slow§: Error { case down(Int) }
        func visit§(_ n: Int) async throws(Slow§) -> Int { await Task.yield(); if n == 3 { throw .down(n) }; return n }
        ~~~~
        func all§(_ ns: [Int]) async -> [String] { await withTaskGroup(of: (Int, String).self) { g in for n in ns { g.addTask { do throws(Slow§) { return (n, "\(try await visit§(n))") } catch { return (n, "\(error)") } } }; var r: [(Int, String)] = []; for await x in g { r.append(x) }; return r.sorted { $0.0 < $1.0 }.map(\.1) } }
        ~~~~
        print(await all§([1, 3, 2]))
        """####,
        ####"""
        @MainActor final class Screen§ { var lines: [String] = []; func write(_ s: String) { lines.append(s) }; nonisolated init() {} }
        ~~~~
        let screen§ = Screen§()
        await screen§.write("a")
        ~~~~
        func remote§() async { await screen§.write("b"); await MainActor.run { screen§.write("c") } }
        ~~~~
        await remote§()
        print(await screen§.lines)
        """####,
        ####"""
        func callback§(_ n: Int, _ done: @escaping @Sendable (Int) -> Void) { Task { done(n * 2) } }
        func later§(_ n: Int) async -> Int { await withCheckedContinuation { c in callback§(n) { c.resume(returning: $0) } } }
        ~~~~
        async let a§ = later§(2), b§ = later§(3)
        print(await [a§, b§])
        """####,
        ####"""
        final class Box§: @unchecked Sendable { var n = 0 }
        let box§ = Box§()
        let task§ = Task.detached { box§.n += 1; return box§.n }
        ~~~~
        print(await task§.value, box§.n)
        """####,
        ####"""
        func isolated§(to actor: isolated (any Actor)? = #isolation) async -> Bool { actor != nil }
        ~~~~
        actor Here§ { func test() async -> Bool { await isolated§() } }
        print(await Here§().test())
        """####,
    ]
}
