import Display
import Evaluation
import Files
import Processes
import TestSupport
import Testing

@testable import CellEngine

/// Tests of completion by Tab, in sessions with a real compiler.
@Suite struct CompletionTests {
    /// Returns the completions at the bar in some code, or at its end.
    private func tab(_ code: String, in session: TestSession) async -> Completions {
        let parts = code.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        return await session.evaluator.completions(
            in: parts.joined(), at: parts[0].unicodeScalars.count)
    }

    /// Returns the texts of the completions.
    private func texts(_ code: String, in session: TestSession) async -> [String] {
        await tab(code, in: session).candidates.map(\.text)
    }

    // MARK: After any cells

    /// A declaration, and the expected completions where it can be used.
    private struct Declaration {
        let cell: String
        let uses: [(code: String, offers: String)]
    }

    /// Returns a declaration of any kind with a unique name.
    private func declaration(_ n: Int, using generator: inout SeededGenerator) -> Declaration {
        let kinds = [
            Declaration(cell: "let b\(n) = [\(n)]", uses: [("b\(n).", "append("), ("b\(n)|", "")]),
            Declaration(
                cell: "var text\(n) = \"\(n)\"",
                uses: [("tex", "text\(n)"), ("text\(n).upp", "uppercased()")]),
            Declaration(
                cell: "struct Pair\(n) { var left\(n) = 1; func swap\(n)(by count: Int) {} }",
                uses: [
                    ("Pai", "Pair\(n)"), ("Pair\(n)().le", "left\(n)"),
                    ("Pair\(n)().sw", "swap\(n)("),
                ]),
            Declaration(
                cell: "func make\(n)(label\(n): Int) -> Int { label\(n) }",
                uses: [("mak", "make\(n)("), ("make\(n)(", "label\(n): ")]),
            Declaration(
                cell:
                    "enum Kind\(n) { case elman\(n), lstm }\nfunc take\(n)(_ kinds: [Kind\(n)]) {}",
                uses: [("take\(n)([.", "elman\(n)"), ("Kind\(n).", "lstm")]),
            Declaration(
                cell: "extension Int { var more\(n): Int { self + \(n) } }",
                uses: [("1.mor", "more\(n)")]),
            Declaration(
                cell: "class Node\(n) { var next\(n): Node\(n)? = nil }\nlet node\(n) = Node\(n)()",
                uses: [("node\(n).ne", "next\(n)"), ("node", "node\(n)")]),
            Declaration(
                cell: "protocol Shape\(n) { func area\(n)() -> Int }",
                uses: [("struct Disk: Sha", "Shape\(n)")]),
        ]
        return kinds[Int.random(in: 0..<kinds.count, using: &generator)]
    }

    @Test(arguments: [1, 2] as [UInt64])
    func whatWasDeclaredJustNowIsOfferedAfterAnyCellsAndCompletions(seed: UInt64) async throws {
        let moduleCache = try TemporaryFolder(prefix: "modules-")
        // With a cold cache, as on a machine that has compiled nothing yet.
        let session = try TestSession { if seed == 1 { $0.moduleCache = moduleCache.path } }
        var generator = SeededGenerator(seed: seed)
        var declarations: [Declaration] = []
        for n in 0..<12 {
            let new = declaration(n, using: &generator)
            let record = await session.run(new.cell)
            #expect(record.failure == nil, "\(record.story)")
            declarations.append(new)
            let others = declarations.shuffled(using: &generator).prefix(1)
            for (code, offer) in (others + [new]).flatMap(\.uses) where !offer.isEmpty {
                let offered = await texts(code, in: session)
                #expect(offered.contains(offer), "\(code) after \(declarations.map(\.cell))")
            }
        }
        await session.end()
        moduleCache.remove()
    }

    @Test func whatAnImportBringsIsOfferedAfterACompletion() async throws {
        let session = try TestSession()
        #expect(await texts("1.des", in: session).contains("description"))
        await session.run("import Observation\nlet registrar = ObservationRegistrar()")
        #expect(await texts("registrar.wi", in: session).contains("withMutation("))
        #expect(await texts("ObservationReg", in: session).contains("ObservationRegistrar"))
        await session.end()
    }

    @Test func namesOfACellThatFailedAreNotOffered() async throws {
        let session = try TestSession()
        await session.run("let remembered = 1")
        await session.run("let regretted = 2; fatalError()")
        #expect(await texts("re", in: session).contains("remembered"))
        #expect(await !texts("re", in: session).contains("regretted"))
        await session.end()
    }

    // MARK: Places

    @Test func literalsOfferPathsAndWhatIsInterpolatedNames() async throws {
        let folder = try TemporaryFolder(prefix: "paths-")
        _ = try folder.makeFolder("naming")
        try WholeFile.write("".utf8, to: folder.path + "/names.csv")
        let session = try TestSession { $0.workingDirectory = folder.path }
        await session.run("let names = [\"a\"]")
        for code in ["\"na", "print(\"na|\")", "\"a\\(names)na", "\"\"\"\nna"] {
            let found = await tab(code, in: session)
            #expect(found.candidates.map(\.text) == ["names.csv", "naming/"], "\(code)")
            #expect(found.replacedRange.count == 2)
        }
        for code in ["\"\\(na", "print(\"a\\(na|)b\")", "\"\"\"\n\\(na", "na"] {
            #expect(await texts(code, in: session).first == "names", "\(code)")
        }
        for code in ["// na", "/* na", "let r = /na|/"] {
            #expect(await texts(code, in: session).isEmpty, "\(code)")
        }
        await session.run("import Glibc\nmkdir(\"inner\", 0o700); chdir(\"inner\")")
        #expect(await texts("\"na", in: session).isEmpty)
        #expect(await texts("\"../na", in: session) == ["names.csv", "naming/"])
        folder.remove()
        await session.end()
    }

    @Test func aPercentSignAtTheBeginningOffersCommands() async throws {
        let session = try TestSession()
        let found = await tab("%un", in: session)
        #expect(found.candidates.map(\.text) == ["undo"])
        #expect(found.replacedRange == 1..<3)
        #expect(await texts("%set undo-count 3\n  %he", in: session) == ["help"])
        #expect(await !texts("let x = 7 %un", in: session).contains("undo"))
        await session.end()
    }

    // MARK: Order

    @Test func whatFitsTheTypeStandsFirstAndOfThatWhatIsNearest() async throws {
        let session = try TestSession()
        await session.run("enum Kind { case elman, lstm }\nfunc build(_ kinds: [Kind]) {}")
        await session.run("let rate = 0.5; let title = \"a\"; let count = 3")
        await session.run("func scale() -> Double { 2 }\nfunc name() -> String { \"b\" }")
        #expect(await texts("build([.", in: session).prefix(2) == ["elman", "lstm"])
        let doubles = await texts("let x: Double = ", in: session)
        #expect(doubles.prefix(2) == ["scale()", "rate"])
        let strings = await texts("let x: String = ", in: session)
        #expect(strings.prefix(2) == ["name()", "title"])
        for code in ["display(", "print(", "check("] {
            let offered = await texts(code, in: session)
            let near = ["rate", "title", "count", "scale()", "name()"]
            let places = near.map { offered.firstIndex(of: $0) ?? .max }
            #expect(places.allSatisfy { $0 < 12 }, "\(code) \(offered.prefix(20))")
            #expect(!offered.prefix(12).contains("Copyable"))
        }
        await session.end()
    }

    @Test func aMemberOfAnOptionalValueTakesTheDotWithIt() async throws {
        let session = try TestSession()
        await session.run("let maybe: [Int]? = [1]")
        let found = await tab("maybe.cou", in: session)
        #expect(found.candidates.contains { $0.text == "?.count" })
        #expect(found.replacedRange == 5..<9)
        await session.end()
    }

    @Test func namesAreOfferedWithTheirTypes() async throws {
        let session = try TestSession()
        await session.run("func double(_ x: Int, times: Int) -> Int { x }")
        let found = await tab("doub", in: session).candidates
        #expect(found.contains { $0.signature == "(x: Int, times: Int) -> Int" }, "\(found)")
        await session.end()
    }
}
