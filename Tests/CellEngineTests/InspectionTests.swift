import CellEngine
import Display
import Evaluation
import Testing

/// Tests of inspection by Shift-Tab, in sessions with a real compiler.
@Suite struct InspectionTests {
    /// Returns the page for the end of some code, as text.
    private func page(_ code: String, in session: TestSession) async -> String {
        let bundle = await session.evaluator.inspection(
            of: code, at: code.unicodeScalars.count, detail: .documentation)
        return bundle?.plainText ?? ""
    }

    @Test func anOverloadedNameShowsItsOverloads() async throws {
        let session = try TestSession()
        await session.run("func pick(_ x: Int) {}\nfunc pick(_ x: String, twice: Bool = true) {}")
        for code in ["pick", "max", "min"] {
            let lines = await page(code, in: session).split(separator: "\n")
            #expect(lines.filter { $0.hasPrefix("\(code)(") }.count == 2, "\(lines)")
        }
        await session.run("func pick(_ x: [Double]) {}")
        let page = await page("pick", in: session)
        for label in [
            "pick(_ x: Int)", "pick(_ x: String, twice: Bool = true)", "pick(_ x: [Double])",
        ] {
            #expect(page.contains(label))
        }
        await session.end()
    }

    @Test func insideACallTheArgumentAtHandIsPointedAt() async throws {
        let session = try TestSession()
        await session.run("/// Adds.\nfunc add(_ first: Int, to second: Double = 2) -> Int { 1 }")
        for (code, pointed) in [
            ("add(", "first: Int"), ("add(3, ", "to: Double = 2"),
            ("print(add(3, ", "to: Double = 2"), ("add(\n    3, ", "to: Double = 2"),
        ] {
            let lines = await page(code, in: session).split(separator: "\n").map(Array.init)
            guard lines.count > 1 else {
                Issue.record("nothing is shown for \(code)")
                continue
            }
            #expect(String(lines[0]) == "add(_ first: Int, to: Double = 2) -> Int")
            let marked = zip(lines[0], lines[1]).filter { $0.1 == "^" }.map(\.0)
            #expect(String(marked).hasSuffix(pointed), "\(code): \(String(lines[1]))")
        }
        #expect(await page("add(3, ", in: session).contains("Adds."))
        await session.end()
    }

    @Test func everyPartOfTheDocumentationIsShownOnce() async throws {
        let session = try TestSession()
        await session.run(
            """
            /// Moves it.
            /// - Parameters:
            ///   - step: how far it goes.
            ///   - time: when it goes.
            /// - Returns: where it is.
            func move(step: Int, time: Double) -> Int { step }
            """)
        let page = await page("move", in: session)
        for part in ["Moves it.", "how far it goes.", "when it goes.", "where it is."] {
            #expect(page.components(around: part) == 2, "\(part) in \(page)")
        }
        await session.end()
    }

    @Test func nothingIsShownWhereNothingIs() async throws {
        let session = try TestSession()
        for code in ["", "3", "unknownName", "// print"] {
            #expect(await page(code, in: session).isEmpty, "\(code)")
        }
        await session.end()
    }
}

extension String {
    /// Returns the number of pieces into which a part divides the text.
    fileprivate func components(around part: String) -> Int {
        ranges(of: part).count + 1
    }
}
