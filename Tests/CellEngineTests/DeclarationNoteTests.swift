import CellEngine
import Evaluation
import Testing

/// Tests of notes on declarations of other cells: they name the cell with the declaration, and
/// quote its line once.
@Suite(.timeLimit(.minutes(5))) struct DeclarationNoteTests {
    /// A cell with declarations, and one whose error is explained by a note on one of them.
    struct Sample: Sendable, CustomTestStringConvertible {
        /// The cell with the declarations.
        let declaration: String
        /// The faulty cell.
        let fault: String
        /// The lines of the declaring cell that notes point at, starting at one.
        var lines = [1]
        var testDescription: String { fault }
    }

    private static let samples: [Sample] = [
        Sample(declaration: "func add(_ a: Int, to b: Int) -> Int { a + b }", fault: "add(1)"),
        Sample(
            declaration: "// wide\nfunc late(\n    _ a: Int, b: Int\n) {}", fault: "late(1)",
            lines: [2]),
        Sample(
            declaration: "func pick(x: Int) {}\n\nfunc pick(x: String) {}", fault: "pick(x: 1.5)",
            lines: [1, 3]),
        Sample(
            declaration: "struct Box {\n    let x: Int\n    private var hidden = 1\n"
                + "    init(x: Int) { self.x = x }\n}\nlet box = Box(x: 1)",
            fault: "box.hidden", lines: [3]),
        Sample(
            declaration: "struct Pair {\n    var a: Int\n    var b: Int\n}", fault: "Pair(a: 1)"),
        Sample(
            declaration: "class Old {\n    init(n: Int) {}\n    init(s: String) {}\n}",
            fault: "Old([1])", lines: [2, 3]),
        Sample(
            declaration: "enum Fruit {\n    case kiwi(Int)\n}", fault: "Fruit.kiwi()", lines: [2]),
        Sample(
            declaration: "protocol Shape {\n    func area() -> Double\n}",
            fault: "struct Square: Shape {}", lines: [2]),
        Sample(
            declaration: "infix operator <->\nfunc <-> (a: Int, b: Int) -> Int { a }\n"
                + "func <-> (a: Int, b: Int) -> String { \"\" }",
            fault: "let between = 1 <-> 2", lines: [2, 3]),
        Sample(
            declaration: "class Animal {\n    func speak() {}\n}",
            fault: "class Dog: Animal { func speak() {} }", lines: [2]),
        Sample(
            declaration: "class Base { required init() {} }",
            fault: "class Derived: Base { init(x: Int) {} }"),
        Sample(declaration: "func sorted<T: Comparable>(_ a: T) {}", fault: "sorted({ 1 })"),
        Sample(
            declaration: "struct Gen<T> where T: Comparable { var t: T }", fault: "Gen(t: { 1 })"),
        Sample(
            declaration: "@available(*, unavailable)\nfunc gone() {}", fault: "gone()", lines: [2]),
        Sample(
            declaration: "@MainActor func draw() {}", fault: "nonisolated func use() { draw() }"),
        Sample(
            declaration: "actor Account { var total = 1 }\nlet account = Account()",
            fault: "nonisolated func read() -> Int { account.total }"),
        Sample(
            declaration: "typealias Whole = Int\nfunc half(_ whole: Whole) {}", fault: "half()",
            lines: [2]),
        Sample(
            declaration: "import Foundation\nfunc age(at date: Date, of name: String) {}",
            fault: "age(at: .now)", lines: [2]),
        Sample(
            declaration: "extension Array {\n    func nth(_ n: Int, of m: Int) {}\n}",
            fault: "[1].nth(2)", lines: [2]),
        Sample(
            declaration: "struct Grid {\n    subscript(row r: Int, column c: Int) -> Int { r }\n}",
            fault: "Grid()[row: 1]", lines: [2]),
    ]

    @Test func notesNameTheCellOfTheDeclaration() async throws {
        let session = try TestSession()
        var number = 0
        for (index, sample) in Self.samples.enumerated() {
            number += 1
            let declaring = number
            let declared = await session.run(sample.declaration)
            #expect(declared.failure == nil, "\(declared.story)")
            // So that neither the last cell nor the one before it is the right one by chance.
            for _ in 0..<(index % 3) {
                number += 1
                await session.run("let filler\(number) = \(number)")
            }
            number += 1
            let story = await session.run(sample.fault).story.replacing("\n  (", with: " (")
            let lines = sample.declaration.split(
                separator: "\n", omittingEmptySubsequences: false)
            for line in sample.lines {
                #expect(story.contains("(cell \(declaring), line \(line))"), "\(story)")
                let quote = "  \(line) | \(lines[line - 1])\n"
                #expect("\(story)\n".ranges(of: quote).count == 1, "\(story)")
            }
            for line in story.split(separator: "\n") where line.contains("declared here") {
                #expect(!line.contains("(cell \(number),"), "\(story)")
            }
        }
        await session.end()
    }

    @Test(arguments: ["[1].append(\"a\", 2)", "String(repeating: \"a\")", "\"a\".hasPrefix()"])
    func notesOnLibrariesNameNoCell(fault: String) async throws {
        let session = try TestSession()
        let story = await session.run(fault).story.replacing("\n  (", with: " (")
        for line in story.split(separator: "\n") where line.hasPrefix("note: ") {
            #expect(!line.contains("(cell"), "\(story)")
        }
        await session.end()
    }
}
