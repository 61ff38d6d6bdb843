import Display
import Evaluation
import Testing

@testable import CellEngine

/// Tests of the order and time of cells' outputs, and of cells with hardly any.
@Suite struct OutputTests {
    @Test func keepsPrintsAndDisplaysInTheOrderOfTheProgram() async throws {
        let session = try TestSession()
        let record = await session.run(
            "for i in 0..<20 { print(\"p\\(i)\"); display(\"d\\(i)\") }\n\"end\"")
        let story = record.events.compactMap { event -> String? in
            switch event {
            case .text(let text, _): text.split(separator: "\n").joined()
            case .display(let bundle, _), .result(let bundle): bundle.plainText
            default: nil
            }
        }
        #expect(story == (0..<20).flatMap { ["p\($0)", "d\($0)"] } + ["end"])
        await session.end()
    }

    @Test func handsOverAPrintBeforeTheWorkThatFollows() async throws {
        let session = try TestSession()
        let record = await session.run("import Glibc\nprint(\"now\"); usleep(2_000_000)")
        let first = try #require(record.times.first)
        #expect(first.duration(to: .now) > .milliseconds(1900))
        await session.end()
    }

    @Test func losesNoneOfManyLines() async throws {
        let session = try TestSession()
        let record = await session.run("for i in 0..<100_000 { print(i) }")
        #expect(record.output == (0..<100_000).map { "\($0)\n" }.joined())
        await session.end()
    }

    @Test func readsLinesThatThePersonEnters() async throws {
        let session = try TestSession()
        let record = await session.run(
            "print(readLine() ?? \"none\", input(\"Name: \") ?? \"none\", readLine() ?? \"none\")",
            input: ["one", "two"])
        #expect(record.output == "one two none\n")
        await session.end()
    }

    @Test func neverShowsTheNamesOfModules() async throws {
        let session = try TestSession()
        await session.run("struct Pair { var a = 1 }\nclass Node {}\nenum Odd: Error { case one }")
        let cells = [
            "[Pair()]", "dump(Pair())", "print(#fileID, #file, #filePath, #function)",
            "print(type(of: Pair()), String(reflecting: Pair.self), _typeName(Pair.self))",
            "debugPrint(Pair(), Node(), Mirror(reflecting: Pair()))", "[Odd.one]",
            "throw Odd.one", "(Pair() as Any) as! Node", "try! { throw Odd.one }()",
            "fatalError(\"\\(Pair.self)\")", "let wrong: Node = Pair()", "display(Pair.self)",
        ]
        for code in cells {
            let record = await session.run(code)
            let everything = "\(record.events) \(record.story) \(record.failure?.message ?? "")"
            #expect(!everything.contains("Cell_"), "\(code): \(everything)")
        }
        await session.end()
    }

    @Test func answersCellsThatAreHardlyAny() async throws {
        let session = try TestSession()
        let null = await session.run("let a = 1\u{0}")
        #expect(null.failure?.name == "CompileError", "\(null.story)")
        let open = await session.run("\"unterminated")
        #expect(open.failure?.message == "unterminated string literal")
        #expect(!open.story.contains("_showResult"), "\(open.story)")
        #expect(await session.run("}").failure?.message == "extraneous '}' at top level")
        #expect(await session.run("// nothing\n/* here */").outcome == .succeeded)
        #expect(await session.run("let a = 1\r\nlet b = 2\r\na + b").result == "3")
        #expect(await session.run("let 🐮 = 5; let 变量 = 6; 🐮 + 变量").result == "11")
        let large = await session.run("\"" + String(repeating: "x", count: 1 << 20) + "\".count")
        #expect(large.result == "\(1 << 20)", "\(large.failure?.message ?? "")")
        await session.end()
    }

    @Test func importsTheModulesOfTheToolchain() async throws {
        let session = try TestSession()
        let modules: [(code: String, result: String)] = [
            ("import Foundation\nURL(fileURLWithPath: \"/a/b\").lastPathComponent", "b"),
            ("import FoundationEssentials\n[UInt8](Data([1, 2]))", "[1, 2]"),
            ("import Synchronization\nAtomic<Int>(3).load(ordering: .relaxed)", "3"),
            ("import Observation\n@Observable final class M { var a = 1 }\nM().a", "1"),
            ("import RegexBuilder\n\"a1\".contains(Regex { One(.digit) })", "true"),
            ("import _Differentiation\ngradient(at: 3.0) { (x: Double) in x * x }", "6.0"),
            ("import Distributed\n\"\\((any DistributedActor).self)\".isEmpty", "false"),
            ("import Dispatch\nDispatchTime.now().uptimeNanoseconds > 0", "true"),
            ("import Glibc\nabs(-3)", "3"),
            ("import FoundationNetworking\nURLRequest(url: URL(string: \"a:b\")!).url!", "a:b"),
            ("import FoundationXML\nXMLDocument().childCount", "0"),
        ]
        for (code, result) in modules {
            let record = await session.run(code)
            #expect(record.result == result, "\(code): \(record.story)")
        }
        await session.end()
    }

    /// A program that writes without end is read at a bounded pace; short outputs never wait.
    @Test(arguments: [1 << 10, 1 << 16, 1 << 20]) func readsAtABoundedPace(turn: Int) {
        let start = ContinuousClock.now
        var (now, total) = (start, 0)
        var pace = OutputPace(at: start)
        while start.duration(to: now) < .seconds(30) {
            total += turn
            now += pace.pause(after: turn, at: now)
            let seconds = start.duration(to: now) / .seconds(1)
            let most = Double(OutputPace.burst) + seconds * Double(OutputPace.rate)
            #expect(Double(total) <= most + Double(turn))
        }
        // Slow output is not slowed down any more.
        if turn == 1 << 10 { #expect(total == 6000 << 10) }
        // After some quiet, there may be as much at once as before.
        now += .seconds(5)
        #expect(pace.pause(after: OutputPace.burst, at: now) == OutputPace.usualPause)
    }

    /// What is read after an interrupt stands before the end of the cell.
    @Test(arguments: [1 << 10, 1 << 16, 1 << 18]) func readsLittleAfterAnInterrupt(turn: Int) {
        var now = ContinuousClock.now
        var pace = OutputPace(at: now)
        pace.slowDown()
        let end = now + .seconds(1)
        var total = 0
        while now < end {
            total += turn
            now += pace.pause(after: turn, at: now)
        }
        #expect(total <= OutputPace.rateAfterInterrupt * 5 / 4 + turn)
        pace.speedUp()
        now += .seconds(2)
        #expect(pace.pause(after: OutputPace.burst, at: now) == OutputPace.usualPause)
    }
}
