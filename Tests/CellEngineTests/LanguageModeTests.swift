import CellEngine
import CellProtocol
import Evaluation
import Testing

/// Tests of the language mode of cells.
@Suite struct LanguageModeTests {
    /// Returns a cell that prints the active clause of a condition.
    private static func cell(asking condition: String) -> String {
        "#if \(condition)\nprint(true)\n#else\nprint(false)\n#endif"
    }

    @Test(arguments: [
        ("swift(>=6.0)", false, true), ("swift(>=5.10)", true, true),
        ("compiler(>=6.0)", true, true), ("hasFeature(BareSlashRegexLiterals)", true, true),
    ])
    func determinesTheActiveClauses(condition: String, inFive: Bool, inSix: Bool) async throws {
        let session = try TestSession()
        let cell = Self.cell(asking: condition)
        #expect(await session.run(cell).output == "\(inFive)\n")
        await session.run("%set language-mode 6")
        #expect(await session.run(cell).output == "\(inSix)\n")
        await session.run("%set language-mode 5")
        #expect(await session.run(cell).output == "\(inFive)\n")
        await session.end()
    }

    @Test func sixRefusesDataRacesThatFiveAllows() async throws {
        let session = try TestSession()
        let racing = """
            final class Counter { var n = 0 }
            func count(_ counter: Counter) async -> Int {
                async let one = Task.detached { counter.n += 1 }.value
                counter.n += 1
                _ = await one
                return counter.n
            }
            """
        #expect(await session.run(racing).failure == nil)
        await session.run("%set language-mode 6")
        #expect(await session.run(racing).failure != nil)
        await session.end()
    }

    @Test func cellsOfSixUseThoseOfFiveAndEachOther() async throws {
        let session = try TestSession(change: { $0.settings.languageMode = .six })
        await session.run("%set language-mode 5")
        await session.run("var offset = 0")
        await session.run("%set language-mode 6")
        for cell in [
            "var total = 1", "func twice(_ n: Int) -> Int { n * 2 }",
            "struct Point { var x = 1 }\nlet point = Point()", "total += twice(point.x) + offset",
        ] {
            let record = await session.run(cell)
            #expect(record.failure == nil, "\(cell): \(record.story)")
        }
        #expect(await session.run("total").result == "3")
        await session.run("%set language-mode 5")
        #expect(await session.run("twice(Point().x)").result == "2")
        await session.end()
    }

    @Test(arguments: [(LanguageMode.five, LanguageMode.six), (.six, .five)])
    func variablesCanBeUsedInTheOtherMode(declaring: LanguageMode, using: LanguageMode) async throws
    {
        let session = try TestSession(change: { $0.settings.languageMode = declaring })
        let declarations = """
            final class Counter { var n = 0 }
            var total = 1
            let step = 2, counter = Counter()
            var twice: Int { 2 * total }
            """
        #expect(await session.run(declarations).failure == nil)
        await session.run("%set language-mode \(using.rawValue)")
        for cell in [
            "func raise() -> Int { total += step; counter.n += 1; return twice }",
            "struct Reader { var now: Int { total + counter.n } }",
            "let doubled = { total * 2 }", "_ = await Task { 1 }.value\ntotal += 1",
            "func later() async -> Int { await Task.yield(); return total }",
        ] {
            let record = await session.run(cell)
            #expect(record.failure == nil, "\(cell): \(record.story)")
        }
        #expect(await session.run("[raise(), Reader().now, doubled()]").result == "[8, 5, 8]")
        #expect(await session.run("await later()").result == "4")
        await session.run("%set language-mode \(declaring.rawValue)")
        #expect(await session.run("total + raise()").result == "16")
        await session.end()
    }

    @Test func whatACellOfSixHasLeftIsStillOfSix() async throws {
        let session = try TestSession(change: { $0.settings.languageMode = .six })
        for cell in [
            "var count = 1\nfunc f() -> Int { 1 }\nfunc f(_ n: Int) -> Int { n }",
            "func f() -> Int { 2 }",
        ] {
            #expect(await session.run(cell).failure == nil)
        }
        #expect(await session.run("f() + f(10) + count").result == "13")
        await session.end()
    }

    @Test func anotherModeIsRefusedInWords() async throws {
        let session = try TestSession()
        let record = await session.run("%set language-mode 7")
        #expect(record.failure?.message == "language-mode cannot be '7': use 5 or 6")
        #expect(await session.run("%set").output.contains("language-mode  5"))
        await session.end()
    }
}
