extension ChapterProgramTests {
    /// Programs as they are written in notebooks, and more for the chapter on macros.
    static let notebooks = [
        // Notebooks.
        ####"""
        import Foundation
        struct Reading§: Codable { let sensor: String; let value: Double; var taken: Date? }
        ~~~~
        let json§ = #"[{"sensor":"a","value":1.5},{"sensor":"b","value":2}]"#
        let readings§ = try JSONDecoder().decode([Reading§].self, from: Data(json§.utf8))
        readings§.map(\.value).reduce(0, +)
        ~~~~
        let encoder§ = JSONEncoder()
        encoder§.outputFormatting = [.sortedKeys, .prettyPrinted]
        print(String(decoding: try encoder§.encode(readings§), as: UTF8.self))
        """####,
        ####"""
        import Foundation
        enum Shape§: Codable, Equatable { case circle(radius: Double), rectangle(width: Double, height: Double)
            enum CodingKeys: String, CodingKey { case circle, rectangle } }
        ~~~~
        let data§ = try JSONEncoder().encode([Shape§.circle(radius: 1), .rectangle(width: 2, height: 3)])
        let back§ = try JSONDecoder().decode([Shape§].self, from: data§)
        print(back§ == [.circle(radius: 1), .rectangle(width: 2, height: 3)])
        ~~~~
        extension Shape§ {
            var area: Double {
                switch self {
                case .circle(let r): .pi * r * r
                case let .rectangle(w, h): w * h
                }
            }
        }
        for shape in back§ { print(String(format: "%.2f", shape.area)) }
        """####,
        ####"""
        import Foundation
        let calendar§ = { () -> Calendar in
            var c = Calendar(identifier: .gregorian)
            c.timeZone = TimeZone(secondsFromGMT: 0)!
            return c
        }()
        ~~~~
        let day§ = calendar§.date(from: DateComponents(year: 2024, month: 2, day: 28))!
        let next§ = calendar§.date(byAdding: .day, value: 2, to: day§)!
        ~~~~
        print(calendar§.dateComponents([.year, .month, .day], from: next§).month!, next§.timeIntervalSince(day§))
        print(ISO8601DateFormatter().string(from: day§))
        """####,
        ####"""
        let text§ = """
            2024-01-05 INFO started
            2024-01-06 WARN low disk
            2024-02-07 ERROR out of memory
            """
        ~~~~
        let pattern§ = /(?<year>\d{4})-(?<month>\d\d)-(\d\d) (?<level>[A-Z]+) (.*)/
        for line in text§.split(separator: "\n") {
            guard let match = line.wholeMatch(of: pattern§) else { continue }
            print(match.month, match.level, match.output.5.count)
        }
        ~~~~
        print(text§.matches(of: /[A-Z]{4,}/).map { String($0.0) }, text§.replacing(/\d+/, with: "#").prefix(10))
        """####,
        ####"""
        import RegexBuilder
        let level§ = Reference(Substring.self)
        ~~~~
        let log§ = Regex {
            Capture { OneOrMore(.digit) } transform: { Int($0)! }
            ":"
            Capture(as: level§) { OneOrMore(.word) }
        }
        ~~~~
        if let m = "42:warn".wholeMatch(of: log§) { print(m.1 + 1, m[level§]) }
        """####,
        ####"""
        actor Bank§ {
            private var balance = 0
            func deposit(_ n: Int) { balance += n }
            func total() -> Int { balance }
        }
        ~~~~
        let bank§ = Bank§()
        await withTaskGroup(of: Void.self) { group in
            for i in 1...10 { group.addTask { await bank§.deposit(i) } }
        }
        ~~~~
        print(await bank§.total())
        let t§ = Task { await bank§.total() * 2 }
        ~~~~
        print(await t§.value)
        """####,
        ####"""
        @MainActor final class Store§ { var items: [String] = []; func add(_ s: String) { items.append(s) } }
        ~~~~
        let store§ = await Store§()
        await store§.add("x")
        ~~~~
        @MainActor func fill§(_ n: Int) { for i in 0..<n { store§.add("\(i)") } }
        await fill§(2)
        ~~~~
        print(await store§.items)
        """####,
        ####"""
        func numbers§() -> AsyncStream<Int> {
            AsyncStream { continuation in
                let task = Task { for i in 1...3 { continuation.yield(i) }; continuation.finish() }
                continuation.onTermination = { _ in task.cancel() }
            }
        }
        ~~~~
        var total§ = 0
        for await n in numbers§() where n != 2 { total§ += n }
        ~~~~
        print(total§)
        let doubled§ = numbers§().map { $0 * 2 }.filter { $0 > 2 }
        var seen§: [Int] = []
        for await d in doubled§ { seen§.append(d) }
        print(seen§)
        """####,
        ####"""
        @propertyWrapper struct Bounded§<Value: Comparable> {
            private var value: Value
            private let range: ClosedRange<Value>
            init(wrappedValue: Value, _ range: ClosedRange<Value>) { self.range = range; value = min(max(wrappedValue, range.lowerBound), range.upperBound) }
            var wrappedValue: Value { get { value } set { value = min(max(newValue, range.lowerBound), range.upperBound) } }
            var projectedValue: ClosedRange<Value> { range }
        }
        ~~~~
        struct Settings§ { @Bounded§(0...1) var rate = 0.5; @Bounded§(1...9) var layers = 12 }
        var settings§ = Settings§()
        ~~~~
        settings§.rate = 7
        print(settings§.rate, settings§.layers, settings§.$layers)
        """####,
        ####"""
        @resultBuilder enum Lines§ {
            static func buildExpression(_ s: String) -> [String] { [s] }
            static func buildExpression(_ n: Int) -> [String] { ["#\(n)"] }
            static func buildBlock(_ parts: [String]...) -> [String] { parts.flatMap { $0 } }
            static func buildOptional(_ p: [String]?) -> [String] { p ?? [] }
            static func buildEither(first p: [String]) -> [String] { p }
            static func buildEither(second p: [String]) -> [String] { p }
            static func buildArray(_ p: [[String]]) -> [String] { p.flatMap { $0 } }
        }
        ~~~~
        func document§(@Lines§ _ body: () -> [String]) -> String { body().joined(separator: "|") }
        ~~~~
        let verbose§ = true
        print(document§ {
            "head"
            if verbose§ { "detail"; 3 } else { "short" }
            for i in 1...2 { i; "item" }
        })
        """####,
        ####"""
        func largest§<T: Comparable>(_ items: some Sequence<T>) -> T? { items.max() }
        func describe§(_ items: [any CustomStringConvertible]) -> String { items.map { "\($0)" }.joined(separator: ",") }
        ~~~~
        print(largest§([3, 1, 2]) as Any, largest§(Set(["a", "b"])) as Any, describe§([1, "x", 2.5]))
        func evens§() -> some Collection<Int> { (1...10).lazy.filter { $0 % 2 == 0 } }
        ~~~~
        print(Array(evens§()), evens§().count)
        let e§ = evens§()
        print(e§.first!)
        """####,
        ####"""
        import Foundation
        let distance§ = Measurement(value: 5, unit: UnitLength.kilometers)
        ~~~~
        let miles§ = distance§.converted(to: .miles)
        print(String(format: "%.3f", miles§.value), (distance§ + Measurement(value: 200, unit: .meters)).converted(to: .meters).value)
        """####,
        ####"""
        struct Student§ { var name: String; var grade: Int; var city: String }
        let class§ = [Student§(name: "Eva", grade: 2, city: "Rome"), Student§(name: "Bob", grade: 1, city: "Oslo"), Student§(name: "Ada", grade: 2, city: "Oslo")]
        ~~~~
        extension Sequence {
            func sorted§<V: Comparable>(by path: KeyPath<Element, V>) -> [Element] { sorted { $0[keyPath: path] < $1[keyPath: path] } }
            func grouped§<K: Hashable>(by path: KeyPath<Element, K>) -> [K: [Element]] { Dictionary(grouping: self) { $0[keyPath: path] } }
        }
        ~~~~
        print(class§.sorted§(by: \.name).map(\.name), class§.grouped§(by: \.city)["Oslo"]!.count)
        let byGrade§ = class§.grouped§(by: \.grade)
        for (grade, students) in byGrade§.sorted(by: { $0.key < $1.key }) { print(grade, students.sorted§(by: \.name).map(\.name)) }
        """####,
        ####"""
        struct Vector§: Equatable, CustomStringConvertible { var x, y: Double; var description: String { "(\(x), \(y))" } }
        ~~~~
        extension Vector§ {
            static func + (a: Self, b: Self) -> Self { Self(x: a.x + b.x, y: a.y + b.y) }
            static prefix func - (a: Self) -> Self { Self(x: -a.x, y: -a.y) }
            static func * (k: Double, a: Self) -> Self { Self(x: k * a.x, y: k * a.y) }
            static func += (a: inout Self, b: Self) { a = a + b }
        }
        infix operator •: MultiplicationPrecedence
        func • (a: Vector§, b: Vector§) -> Double { a.x * b.x + a.y * b.y }
        ~~~~
        var v§ = Vector§(x: 1, y: 2)
        v§ += 2 * v§ + -Vector§(x: 1, y: 0)
        print(v§, v§ • v§ + 1)
        ~~~~
        extension Vector§: ExpressibleByArrayLiteral { init(arrayLiteral e: Double...) { self.init(x: e[0], y: e[1]) } }
        extension Vector§: AdditiveArithmetic { static func - (a: Self, b: Self) -> Self { a + -b }; static var zero: Self { [0, 0] } }
        ~~~~
        let w§: Vector§ = [3, 4]
        print(w§ - v§, [w§, v§].reduce(.zero, +))
        """####,
        ####"""
        func classify§(_ n: Int, _ s: String?) -> String {
            defer { print("classified \(n)") }
            switch (n, s) {
            case (0, nil): return "nothing"
            case (..<0, _): return "negative"
            case (1...9, let s?) where s.count == n: return "match"
            case (_, .some(let s)) where s.hasPrefix("x"): return "x"
            default: return "other"
            }
        }
        ~~~~
        for (n, s) in [(0, nil), (-1, "a"), (2, "ab"), (50, "xy"), (50, nil)] as [(Int, String?)] { print(classify§(n, s)) }
        """####,
        ####"""
        final class Node§<T> { var value: T; var next: Node§<T>?; init(_ v: T, _ n: Node§<T>? = nil) { value = v; next = n } }
        struct List§<T>: Sequence {
            var head: Node§<T>?
            mutating func push(_ v: T) { head = Node§(v, head) }
            func makeIterator() -> AnyIterator<T> { var n = head; return AnyIterator { defer { n = n?.next }; return n?.value } }
        }
        ~~~~
        var list§ = List§<String>()
        ["a", "b", "c"].forEach { list§.push($0) }
        print(list§.map { $0.uppercased() })
        ~~~~
        extension List§: CustomStringConvertible { var description: String { "[" + map { "\($0)" }.joined(separator: " → ") + "]" } }
        print(list§)
        extension List§ where T == String { var joined: String { joined(separator: "") } }
        ~~~~
        print(list§.joined, list§.contains("b"), Array(zip(list§, 1...)).count)
        """####,
        ####"""
        struct Matrix§ {
            let rows: Int, columns: Int
            private(set) var storage: [Double]
            init(_ rows: Int, _ columns: Int, repeating x: Double = 0) { self.rows = rows; self.columns = columns; storage = Array(repeating: x, count: rows * columns) }
            subscript(i: Int, j: Int) -> Double { get { storage[i * columns + j] } set { storage[i * columns + j] = newValue } }
            lazy var trace: Double = (0..<rows).map { self[$0, $0] }.reduce(0, +)
        }
        ~~~~
        extension Matrix§ {
            static func identity(_ n: Int) -> Matrix§ { var m = Matrix§(n, n); for i in 0..<n { m[i, i] = 1 }; return m }
            func transposed() -> Matrix§ { var t = Matrix§(columns, rows); for i in 0..<rows { for j in 0..<columns { t[j, i] = self[i, j] } }; return t }
        }
        ~~~~
        var m§ = Matrix§.identity(3)
        m§[0, 2] = 5
        print(m§.trace, m§.transposed()[2, 0], m§.storage)
        """####,
        ####"""
        enum Expr§ { indirect case add(Expr§, Expr§), mul(Expr§, Expr§); case num(Int), name(String) }
        ~~~~
        func eval§(_ e: Expr§, _ env: [String: Int]) throws -> Int {
            switch e {
            case .num(let n): n
            case .name(let s): if let v = env[s] { v } else { throw Missing§(name: s) }
            case .add(let a, let b): try eval§(a, env) + eval§(b, env)
            case .mul(let a, let b): try eval§(a, env) * eval§(b, env)
            }
        }
        struct Missing§: Error, CustomStringConvertible { let name: String; var description: String { "no \(name)" } }
        ~~~~
        print(try eval§(.add(.num(2), .mul(.name("x"), .num(3))), ["x": 4]))
        do { _ = try eval§(.name("y"), [:]) } catch { print(error) }
        ~~~~
        extension Expr§: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral { init(integerLiteral n: Int) { self = .num(n) }; init(stringLiteral s: String) { self = .name(s) } }
        func + (a: Expr§, b: Expr§) -> Expr§ { .add(a, b) }
        ~~~~
        print(try eval§(1 + "x" + 3, ["x": 10]))
        """####,
        ####"""
        protocol Animal§ { var name: String { get }; func speak() -> String; static var legs: Int { get } }
        extension Animal§ { func speak() -> String { "\(name) with \(Self.legs) legs" }; static var legs: Int { 4 } }
        ~~~~
        struct Dog§: Animal§ { let name = "Rex" }
        struct Bird§: Animal§ { let name: String; static let legs = 2; func speak() -> String { "tweet" } }
        ~~~~
        let zoo§: [any Animal§] = [Dog§(), Bird§(name: "Tweety")]
        for animal in zoo§ { print(animal.speak(), type(of: animal).legs) }
        func loudest§(_ a: some Animal§) -> String { a.speak().uppercased() }
        ~~~~
        print(zoo§.map { loudest§($0) })
        """####,
        ####"""
        struct Stack§<Element> { private var items: [Element] = []; mutating func push(_ e: Element) { items.append(e) }; mutating func pop() -> Element? { items.popLast() }; var isEmpty: Bool { items.isEmpty } }
        ~~~~
        extension Stack§: Equatable where Element: Equatable { static func == (a: Self, b: Self) -> Bool { a.pops() == b.pops() } ; func pops() -> [Element] { var s = self, out: [Element] = []; while let e = s.pop() { out.append(e) }; return out } }
        ~~~~
        var s§ = Stack§<Int>(); s§.push(1); s§.push(2)
        let t§ = s§
        print(s§ == t§, s§.pop() as Any, s§ == t§, s§.isEmpty)
        """####,
        ####"""
        func fib§(_ n: Int) -> Int { n < 2 ? n : fib§(n - 1) + fib§(n - 2) }
        ~~~~
        var memo§: [Int: Int] = [:]
        func fast§(_ n: Int) -> Int {
            if let known = memo§[n] { return known }
            let value = n < 2 ? n : fast§(n - 1) + fast§(n - 2)
            memo§[n] = value
            return value
        }
        ~~~~
        print(fib§(15), fast§(80), memo§.count)
        """####,
        ####"""
        let poem§ = "the quick brown fox jumps over the lazy dog the end"
        ~~~~
        let counts§ = poem§.split(separator: " ").reduce(into: [:]) { $0[$1, default: 0] += 1 }
        let top§ = counts§.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(3)
        ~~~~
        for (word, n) in top§ { print(word, String(repeating: "*", count: n)) }
        print(String(poem§.reversed()).capitalizedFirst§)
        extension String { var capitalizedFirst§: String { prefix(1).uppercased() + dropFirst() } }
        """####,
        ####"""
        import Foundation
        enum NetworkError§: LocalizedError { case offline, status(Int)
            var errorDescription: String? { switch self { case .offline: "no network"; case .status(let c): "status \(c)" } } }
        ~~~~
        func get§(_ code: Int) throws(NetworkError§) -> String { if code == 200 { return "ok" }; throw code == 0 ? .offline : .status(code) }
        ~~~~
        for code in [200, 0, 404] { do { print(try get§(code)) } catch { print(error.localizedDescription) } }
        let r§ = Result { try get§(500) }
        ~~~~
        if case .failure(let e) = r§ { print(e.localizedDescription) }
        """####,
        ####"""
        class Account§ { private(set) var balance: Double; init(balance: Double) { self.balance = balance }
            func withdraw(_ x: Double) throws { guard x <= balance else { throw Failure.insufficient(missing: x - balance) }; balance -= x }
            enum Failure: Error { case insufficient(missing: Double) } }
        ~~~~
        class Savings§: Account§ { let rate: Double; init(balance: Double, rate: Double) { self.rate = rate; super.init(balance: balance) }
            override func withdraw(_ x: Double) throws { try super.withdraw(x + 1) } }
        ~~~~
        let savings§ = Savings§(balance: 10, rate: 0.1)
        do { try savings§.withdraw(5); try savings§.withdraw(5) } catch Account§.Failure.insufficient(let missing) { print("missing", missing) }
        print(savings§.balance)
        """####,
        ####"""
        struct Temperature§ { var celsius = 0.0 { didSet { history.append(oldValue) } }; private(set) var history: [Double] = []
            var fahrenheit: Double { get { celsius * 1.8 + 32 } set { celsius = (newValue - 32) / 1.8 } } }
        var temp§ = Temperature§()
        ~~~~
        temp§.fahrenheit = 212
        temp§.celsius -= 50
        print(temp§.celsius, temp§.history)
        ~~~~
        let path§: WritableKeyPath<Temperature§, Double> = \.celsius
        temp§[keyPath: path§] += 1
        let paths§ = [\Temperature§.celsius, \.fahrenheit]
        print(paths§.map { temp§[keyPath: $0] })
        """####,
        ####"""
        extension Array where Element: BinaryFloatingPoint {
            var mean§: Element { isEmpty ? 0 : reduce(0, +) / Element(count) }
            var deviation§: Element { let m = mean§; return (map { ($0 - m) * ($0 - m) }.mean§).squareRoot() }
        }
        extension Array { func chunked§(_ n: Int) -> [[Element]] { stride(from: 0, to: count, by: n).map { Array(self[$0..<Swift.min($0 + n, count)]) } } }
        ~~~~
        print([1.0, 2, 3, 4].mean§, [2.0, 4].deviation§, [1, 2, 3, 4, 5].chunked§(2))
        ~~~~
        extension Collection { subscript(safe§ i: Index) -> Element? { indices.contains(i) ? self[i] : nil } }
        print([1][safe§: 3] as Any, "abc"[safe§: "abc".startIndex] as Any)
        """####,
        ####"""
        import Foundation
        let numbers§ = (1...5).map { Double($0) }
        ~~~~
        let formatter§ = NumberFormatter()
        formatter§.minimumFractionDigits = 2
        formatter§.locale = Locale(identifier: "en_US")
        print(numbers§.compactMap { formatter§.string(from: $0 as NSNumber) })
        ~~~~
        print(numbers§.map { $0.formatted(.number.precision(.fractionLength(1)).locale(Locale(identifier: "en_US"))) }, Decimal(string: "0.1")! + Decimal(string: "0.2")!)
        """####,
        ####"""
        @dynamicMemberLookup struct JSON§ { var value: Any?
            subscript(dynamicMember key: String) -> JSON§ { JSON§(value: (value as? [String: Any])?[key]) }
            subscript(index: Int) -> JSON§ { JSON§(value: (value as? [Any])?[index]) }
            var int: Int? { value as? Int } }
        ~~~~
        let doc§ = JSON§(value: ["a": ["b": [1, 2, 3]]])
        print(doc§.a.b[1].int as Any, doc§.x.y.int as Any)
        """####,
        ####"""
        struct Countdown§: Sequence, IteratorProtocol { var n: Int; mutating func next() -> Int? { guard n > 0 else { return nil }; defer { n -= 1 }; return n } }
        ~~~~
        for i in Countdown§(n: 3) { print(i, terminator: " ") }
        print(Array(Countdown§(n: 4)).sorted(), Countdown§(n: 2).map { $0 * $0 })
        ~~~~
        let squares§ = sequence(first: 1) { $0 < 100 ? $0 * 2 : nil }
        print(Array(squares§), Array(squares§.lazy.map { $0 + 1 }.prefix { $0 < 20 }))
        """####,
        ####"""
        final class Cache§<Key: Hashable & Sendable, Value: Sendable>: @unchecked Sendable {
            private var store: [Key: Value] = [:]
            func value(_ key: Key, make: (Key) throws -> Value) rethrows -> Value { if let v = store[key] { return v }; let v = try make(key); store[key] = v; return v }
        }
        ~~~~
        let cache§ = Cache§<String, Int>()
        var made§ = 0
        func length§(_ s: String) -> Int { cache§.value(s) { made§ += 1; return $0.count } }
        ~~~~
        print(length§("abc"), length§("abc"), made§)
        """####,
        ####"""
        struct User§: Hashable, Comparable, Identifiable { let id: Int; var name: String; static func < (a: User§, b: User§) -> Bool { a.name < b.name } }
        ~~~~
        let users§: Set = [User§(id: 1, name: "Z"), User§(id: 2, name: "A")]
        print(users§.sorted().map(\.id), users§.min()!.name, users§.contains { $0.id == 2 })
        ~~~~
        extension User§: CustomStringConvertible { var description: String { "#\(id) \(name)" } }
        extension User§: CustomDebugStringConvertible { var debugDescription: String { "User(\(id))" } }
        print(users§.sorted(), users§.max()!)
        ~~~~
        let index§ = Dictionary(uniqueKeysWithValues: users§.map { ($0.id, $0) })
        print(index§[1]!)
        """####,
        ####"""
        struct Pipeline§<In, Out> { let run: (In) -> Out
            func then<Next>(_ next: @escaping (Out) -> Next) -> Pipeline§<In, Next> { Pipeline§<In, Next> { next(run($0)) } } }
        precedencegroup Forward§ { associativity: left higherThan: AssignmentPrecedence }
        infix operator |>>: Forward§
        func |>> <A, B>(a: A, f: (A) -> B) -> B { f(a) }
        ~~~~
        let p§ = Pipeline§<String, Int> { $0.count }.then { $0 * 2 }.then { "<\($0)>" }
        print(p§.run("abc"), 3 |>> { $0 + 1 } |>> String.init)
        """####,
        ####"""
        import Foundation
        func slow§(_ n: Int) async throws -> Int { try await Task.sleep(for: .milliseconds(n)); return n }
        ~~~~
        let first§ = try await withThrowingTaskGroup(of: Int.self) { group in
            group.addTask { try await slow§(300) }
            group.addTask { try await slow§(5) }
            let winner = try await group.next()!
            group.cancelAll()
            return winner
        }
        ~~~~
        print(first§)
        async let a§ = slow§(2)
        async let b§ = slow§(3)
        print(try await [a§, b§])
        """####,
        ####"""
        func sum§<each T: Numeric>(_ x: repeat each T) -> (repeat each T) { (repeat (each x) * 2) }
        struct Pair§<each T> { let values: (repeat each T); init(_ v: repeat each T) { values = (repeat each v) } }
        ~~~~
        print(sum§(1, 2.5), Pair§(1, "a", true).values)
        """####,
        ####"""
        enum Log§ { @TaskLocal static var depth = 0 }
        func nested§(_ n: Int) -> String { n == 0 ? "d\(Log§.depth)" : Log§.$depth.withValue(Log§.depth + 1) { nested§(n - 1) } }
        ~~~~
        print(nested§(3), Log§.depth)
        """####,
        ####"""
        struct Point§ { var x = 0, y = 0 }
        extension Point§: Codable {}
        extension Point§: Equatable {}
        ~~~~
        var origin§ = Point§(), other§ = Point§(x: 1, y: 2)
        swap(&origin§, &other§)
        (origin§.x, origin§.y) = (origin§.y, origin§.x)
        print(origin§, other§ == Point§())
        ~~~~
        let (q§, (r§, _)) = (origin§, (other§, 1))
        print(q§.x, r§.y)
        if case let p = q§, p.x > 1 { print("big") } else { print("small") }
        """####,
        // Macros.
        ####"""
        import Observation
        @Observable class Counter§ { var value = 0; @ObservationIgnored var hidden = 1 }
        ~~~~
        let counter§ = Counter§()
        func track§() { withObservationTracking { _ = counter§.value } onChange: { print("changed") } }
        track§()
        ~~~~
        counter§.hidden = 5
        counter§.value += 1
        print(counter§.value)
        """####,
        ####"""
        import Foundation
        let predicate§ = #Predicate<Int> { $0 > 3 }
        ~~~~
        print(try [1, 4, 9].filter(predicate§))
        """####,
        ####"""
        func where§(_ file: String = #fileID, line: Int = #line, function: String = #function) -> Int { line }
        ~~~~
        print(where§() > 0, #function.count > 0, #line > 0)
        """####,
        ####"""
        import Observation
        @Observable final class Game§ { var points = 0; var level: Int { points / 10 } }
        ~~~~
        let game§ = Game§()
        func levelChanges§(after change: () -> Void) -> Bool {
            nonisolated(unsafe) var changes = false
            withObservationTracking { _ = game§.level } onChange: { changes = true }
            change()
            return changes
        }
        print(levelChanges§ { game§.points = 12 }, game§.level)
        """####,
        ####"""
        func fail§(_ message: String, file: String = #fileID, line: Int = #line, column: Int = #column) -> Bool { line > 0 && column > 0 && file.hasSuffix(".swift") }
        ~~~~
        print(fail§("x"), [#line, #line][0] == [#line][0], #function == #function)
        """####,
    ]
}
