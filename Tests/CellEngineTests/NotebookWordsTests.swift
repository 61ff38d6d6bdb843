import CellEngine
import CellSession
import Evaluation
import Testing

/// Tests of the compiler's messages on files and modules, in the terms of notebooks.
@Suite struct NotebookWordsTests {
    @Test func faultsAreToldInTermsOfCells() async throws {
        let session = try TestSession()
        await session.run(
            "struct P { var x: Int; var y: Int }\nprivate let hidden = 3\nlet fixed = 1")
        let faults = [
            ("extension P: Equatable {}", "add ': Equatable' to 'P' in cell 1"),
            ("extension P { init(x: Int) { self.x = x; y = 0 } }", "begin with 'self.init(…)'"),
            ("@main struct App { static func main() {} }", "remove '@main'"),
            ("hidden + 1", "'hidden' is private to cell 1"),
            ("fixed = 2", "'fixed' was declared with 'let' in cell 1"),
            ("fresh = 2", "write 'let fresh = …'"),
            ("fixd + 1", "did you mean 'fixed' of cell 1?"),
            ("UUID()", "write 'import Foundation' first"),
        ]
        for (code, advice) in faults {
            let story = await session.run(code).story
            #expect(story.replacing("\n  ", with: " ").contains(advice), "\(code): \(story)")
            #expect(story.split(separator: "\n").count { $0.hasPrefix("error: ") } == 1, "\(story)")
        }
        await session.end()
    }

    @Test func everyChangeOfAConstantNamesItsCell() async throws {
        let session = try TestSession()
        await session.run("let filler = 0")
        await session.run(
            """
            struct Point { var x = 1; mutating func move() {} }
            let count = 1, list = [1], pair = (1, 2), point = Point(), ages = ["a": 1]
            func double(_ number: inout Int) {}
            """)
        let changes = [
            ("count", "count = 2"), ("count", "count += 2"), ("list", "list.append(1)"),
            ("list", "list[0] = 1"), ("pair", "pair.0 = 3"), ("point", "point.x = 2"),
            ("point", "point.move()"), ("ages", "ages[\"b\"] = 1"), ("count", "double(&count)"),
            ("count", "for i in 0..<3 { count += i }"),
        ]
        for (name, code) in changes {
            let story = await session.run(code).story.replacing("\n  ", with: " ")
            #expect(
                story.contains("'\(name)' was declared with 'let' in cell 2"), "\(code): \(story)")
        }
        await session.end()
    }

    /// Whatever the advice says about modules of the toolchain holds.
    @Test func modulesOfTheToolchainHaveTheNamesThatAdviceAttributesToThem() async throws {
        let session = try TestSession()
        let modules = Dictionary(grouping: NameHints.toolchainNames.keys) {
            NameHints.toolchainNames[$0] ?? ""
        }
        for (module, names) in modules {
            let uses = names.sorted().enumerated().map { number, name in
                name.first?.isUppercase == true
                    ? "typealias Name\(number) = \(module).\(name)"
                    : "import func \(module).\(name)"
            }
            let code = (["import \(module)"] + uses).joined(separator: "\n")
            let record = await session.run(code)
            #expect(record.failure == nil, "\(record.story)")
        }
        await session.end()
    }

    @Test func aMissingNameTellsWhatBecameOfItsCell() async throws {
        let session = try TestSession()
        await session.run("let broken: Int = \"\"")
        #expect(
            await session.run("broken").story.contains("cell 1, which declares 'broken', failed"))
        await session.run("let thrown = 1; fatalError()")
        #expect(
            await session.run("thrown").story.contains("cell 3, which declares 'thrown', failed"))
        await session.run("let first = 1")
        await session.run("let second = 2")
        await session.run("%undo")
        #expect(
            await session.run("second").story.contains(
                "cell 6, which declared 'second', was undone"))
        await session.run("let second = 3")
        #expect(await session.run("second").result == "3")
        await session.end()
    }

    @Test func aMissingTryIsOneFault() async throws {
        let session = try TestSession()
        await session.run("func risky() throws -> Int { 1 }")
        let story = await session.run("risky() + 1").story
        #expect(story.contains("fix-it: insert 'try '") || story.contains("fix-it: insert 'try'"))
        #expect(!story.contains("note:") && story.components(of: "fix-it") == 1, "\(story)")
        await session.end()
    }

    @Test func whatTheEndOfACellLacksIsShownThere() async throws {
        let session = try TestSession()
        #expect(await session.run("for i in 0..<3 {\n  print(i)").story.contains("2 |   print(i)"))
        await session.end()
    }

    @Test func aConditionalOfStatementsIsNoValue() async throws {
        let session = try TestSession()
        let record = await session.run(
            "let flag = Bool.random()\nif flag { print(1) } else { print(1) }")
        #expect(record.output == "1\n" && record.result == nil && record.errors == "")
        #expect(await session.run("if flag { 1 } else { 1 }").result == "1")
        await session.end()
    }

    @Test func columnsAreThoseOfTheCell() async throws {
        let session = try TestSession()
        #expect(await session.run("let c = 1; (c, #column)").result == "(1, 16)")
        await session.end()
    }

    @Test func whatSwiftWouldCallUnusedIsShown() async throws {
        let session = try TestSession()
        await session.run("import Foundation\nvar list = [1, 2, 3]\nfunc plain() -> Int { 4 }")
        await session.run("@discardableResult func quiet() -> Int { 5 }")
        #expect(await session.run("getpid()").result != nil)
        #expect(await session.run("plain()").result == "4")
        #expect(await session.run("quiet()").result == nil)
        #expect(await session.run("list.removeLast()").result == nil)
        #expect(await session.run("list.dropLast().count").result == "1")
        await session.end()
    }
}

extension String {
    /// Returns the number of occurrences of a text.
    fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
