import Display
import Evaluation
import Files
import Processes
import Testing

@testable import CellEngine

/// Tests of lines that begin with a percent sign, an exclamation mark or a question mark.
@Suite struct CommandTests {
    // MARK: Reading

    @Test func commandsAreFoundWhereverTheyStandButForLiteralsAndComments() async throws {
        let session = try TestSession()
        let cells: [(code: String, output: String)] = [
            ("print(1)\n%set undo-count 5\nprint(2)", "1\n2\n"),
            ("print(\"\"\"\n%help\n\"\"\")", "%help\n"), ("/*\n!rm\n*/\nprint(3)", "3\n"),
            ("let a = 7\nprint(a\n  % 4)", "3\n"),
            ("!echo one\nprint(2)\n!echo three", "one\n2\nthree\n"),
            ("let no = false\nif\n!no { print(4) }", "4\n"),
            (
                "func f(_ flag: Bool) -> Int {\n    guard 1 < 2,\n        !flag else { return 5 }\n    return 6\n}\nprint(f(true))",
                "5\n"
            ),
            ("print([true].map { yes in\n    !yes\n})", "[false]\n"),
            ("let w = true &&\n!echo\nfunc echo() {}", ""),
            ("struct S { var v = true; var n: Bool {\n!v } }\nprint(S().n)", "false\n"),
            ("!echo \"it's\" [{\nprint(8)", "it's [{\n8\n"),
            ("!for i in 1 2; do echo $i; done", "1\n2\n"),
            ("!ls nowhere* 2>/dev/null; echo 9", "9\n"),
        ]
        for (code, output) in cells {
            let record = await session.run(code)
            #expect(record.output == output, "\(code): \(record.story)")
        }
        #expect(await session.run("let isOn = true\n!isOn").result == "false")
        #expect(await session.run("!isOn").result == "false")
        await session.end()
    }

    @Test(arguments: [
        ("%undp", "'%undo'"), ("%hlep", "'%help'"), ("%tiem 1", "'%time'"), ("%whoss", "'%whos'"),
        ("%%bahs", "'%%bash'"), ("%set undo-cuont 3", "'undo-count'"), ("%bash", "'%%bash'"),
        ("%frobnicate", "'%help'"), ("%help tiemit", "'%timeit'"),
    ])
    func aMisspeltCommandNamesTheNearest(line: String, nearest: String) async throws {
        let session = try TestSession()
        let failure = await session.run(line).failure
        #expect(
            failure?.name == "CommandError" && failure?.message.contains(nearest) == true,
            "\(failure?.message ?? "")")
        await session.end()
    }

    @Test func everyCommandIsDocumentedAndCompletes() async throws {
        let session = try TestSession()
        let overview = await session.run("%lsmagic").output
        for command in CommandDescription.all {
            #expect(overview.contains(command.usage) && !command.summary.isEmpty)
            let line = (command.isForCell ? "%%" : "%") + command.name
            let page = await session.evaluator.inspection(of: line, at: 2, detail: .documentation)
            #expect(page?.plainText == command.text)
            for count in 0...command.name.count {
                let typed = (command.isForCell ? "%%" : "%") + command.name.prefix(count)
                let found = await session.evaluator.completions(in: typed, at: typed.count)
                #expect(found.candidates.contains { $0.text == command.name })
            }
            #expect(await session.run("%help \(command.name)").output.contains(command.summary))
        }
        let settings = await session.evaluator.completions(in: "%set un", at: 7).candidates
        #expect(settings.map(\.text) == ["undo-count", "undo-memory"])
        await session.run("let measure = 1")
        let swift = await session.evaluator.completions(in: "%timeit meas", at: 12).candidates
        #expect(swift.first?.text == "measure")
        await session.end()
    }

    @Test func optimizationIsChosen() async throws {
        let session = try TestSession()
        let cells = ["var sum = 0\nfor n in 1...100 { sum &+= n }\nsum", "1 + 1"]
        for choice in ["none", "speed", "automatic"] {
            #expect(await session.run("%opt \(choice)").failure == nil)
            #expect(await session.run("%set").output.contains("optimization  \(choice)\n"))
            let results = [await session.run(cells[0]).result, await session.run(cells[1]).result]
            #expect(results == ["5050", "2"])
        }
        let failure = await session.run("%opt fast").failure
        #expect(failure?.message.contains("'fast': use automatic, none, speed") == true)
        let found = await session.evaluator.completions(in: "%opt s", at: 6).candidates
        #expect(found.map(\.text) == ["speed"])
        await session.end()
    }

    // MARK: Atomic

    @Test func aCellWithCommandsHappensAsAWholeOrNotAtAll() async throws {
        let session = try TestSession()
        await session.run("var x = 1")
        let failed = await session.run(
            "x = 2\n%who\nx = 3\n!echo on\nlet y = 4\nfatalError(\"no\")")
        #expect(failed.failure?.name == "FatalError" && failed.output == "x\non\n")
        #expect(await session.run("x").result == "1")
        #expect(await session.run("y").failure != nil)
        await session.run("x = 5\n%who\nx = 6\n%cd /tmp")
        #expect(await session.run("%history").output.split(separator: "\n").count == 3)
        await session.run("%undo")
        #expect(await session.run("x").result == "1")
        await session.end()
    }

    // MARK: Time

    @Test func timesAreShown() async throws {
        let session = try TestSession()
        let timed = await session.run("%time (0..<10).reduce(0, +)")
        #expect(timed.result == "45")
        #expect(
            timed.output.contains(/^ran in [0-9.]+ m?s, compiled in [0-9.]+ m?s\n$/),
            "\(timed.output)")
        let cell = await session.run("%%time\nlet a = 3\nprint(a)\na * 2")
        #expect(cell.result == "6" && cell.output.contains("ran in"))
        #expect(await session.run("a").result == "3")
        let often = await session.run("%timeit [3, 1, 2].sorted()").result ?? ""
        #expect(often.contains("the median of") && often.contains("runs each"))
        let wrong = await session.run("let b = 1\n%time b + nothing")
        #expect(wrong.story.contains("line 2"), "\(wrong.story)")
        await session.end()
    }

    // MARK: Names

    @Test func namesAreListedAndForgotten() async throws {
        let session = try TestSession()
        #expect(await session.run("%who").output == "the session has no names\n")
        await session.run("let grid = [[1, 2], [3, 4], [5, 6]]\nstruct P { var x = 1 }")
        await session.run("var p = P(); func f() {}")
        #expect(await session.run("%who").output == "grid  P  p  f\n")
        let lines = await session.run("%whos").output.split(separator: "\n").map(String.init)
        #expect(lines.count == 5)
        #expect(
            lines.contains {
                $0.contains(/^grid +Swift.Array<Swift.Array<Swift.Int>> +3 × 2 +cell 2 +\[\[1, 2\]/)
            }, "\(lines)")
        #expect(lines.contains { $0.contains(/^p +P +cell 3 +P\(x: 1\)/) }, "\(lines)")
        await session.run("%reset")
        #expect(await session.run("p").failure?.name == "CompileError")
        await session.run("%undo")
        await session.end()
    }

    @Test func lookingAtVariablesChangesNothing() async throws {
        let session = try TestSession()
        await session.run(
            """
            final class Counter: CustomStringConvertible {
                var count = 0
                var description: String { count += 1; return "seen \\(count)" }
            }
            let counter = Counter()
            """)
        for _ in 0..<3 { #expect(await session.run("%whos").output.contains("seen 1")) }
        #expect(await session.run("counter.count").result == "0")
        #expect(await session.run("%history").output.split(separator: "\n").count == 2)
        await session.end()
    }

    @Test func aNameWithAQuestionMarkIsExplained() async throws {
        let session = try TestSession()
        await session.run("/// Doubles.\nfunc twice(_ x: Int) -> Int { 2 * x }")
        for line in ["twice?", "?twice"] {
            let record = await session.run(line)
            guard case .page(let page)? = record.events.first else {
                Issue.record("nothing is shown for \(line): \(record.story)")
                continue
            }
            #expect(page.plainText?.contains("Doubles.") == true)
        }
        #expect(await session.run("twise?").failure?.message == "nothing is known of 'twise'")
        await session.end()
    }

    // MARK: Files

    @Test func filesAreWrittenLoadedAndRun() async throws {
        let folder = try TemporaryFolder(prefix: "commands-")
        let session = try TestSession { $0.workingDirectory = folder.path }
        let code = "func area(_ r: Double) -> Double { r * r }\nlet unit = area(1)"
        #expect(
            await session.run("%%writefile shapes.swift\n" + code).output == "wrote shapes.swift\n")
        #expect(try WholeFile.readText(folder.path + "/shapes.swift") == code + "\n")
        await session.run("%run shapes.swift")
        #expect(await session.run("area(unit + 1)").result == "4.0")
        let loaded = await session.run("%load shapes.swift").events
        #expect(loaded == [.nextInput(code + "\n", replacesCell: true)])
        let missing = await session.run("%run nowhere.swift").failure
        #expect(missing?.message.contains("/nowhere.swift: no such file or directory") == true)
        _ = try folder.makeFolder("inner")
        await session.run("%cd inner")
        #expect(await session.run("!pwd").output.hasSuffix("/inner\n"))
        #expect(await session.run("%cd nowhere").failure?.message.contains("no such file") == true)
        folder.remove()
        await session.end()
    }

    // MARK: Shell

    @Test func theShellStreamsAndItsStatusIsShown() async throws {
        let session = try TestSession()
        let stream = await session.run(
            "!for i in 1 2 3; do echo $i; echo e$i >&2; sleep 0.05; done")
        #expect(stream.output == "1\n2\n3\n" && stream.errors == "e1\ne2\ne3\n")
        let events = stream.events.filter {
            if case .text(_, .standardOutput) = $0 { true } else { false }
        }
        #expect(events.count > 1, "what is printed comes while the script runs")
        let bad = await session.run("!exit 3")
        #expect(bad.failure == nil && bad.errors.contains("3"))
        let script = await session.run("%%bash\nx=5\necho $((x * 2))\nexit 4")
        #expect(script.output == "10\n" && script.failure?.message.contains("4") == true)
        // A process that is left running does not delay the cell.
        let start = ContinuousClock.now
        await session.run("!sleep 30 &\necho")
        await session.run("!setsid sleep 30 & true")
        #expect(ContinuousClock.now - start < .seconds(20))
        await session.end()
    }

    @Test func anInterruptEndsTheShell() async throws {
        let session = try TestSession()
        let record = await session.run("!echo begun; sleep 60; sleep 60", interruptingAt: "begun")
        #expect(record.failure?.name == "Interrupted")
        #expect(
            await session.run("!trap '' INT; echo begun; sleep 60", interruptingAt: "begun")
                .failure?.name == "Interrupted")
        await session.end()
    }

    @Test func theEnvironmentIsThatOfCellsAndShells() async throws {
        let session = try TestSession()
        await session.run("%env UNROLL_TEST = a \"b\"")
        #expect(await session.run("%env UNROLL_TEST").output == "a \"b\"\n")
        #expect(await session.run("!echo $UNROLL_TEST").output == "a \"b\"\n")
        #expect(await session.run("%env").output.contains("UNROLL_TEST=a \"b\"\n"))
        #expect(await session.run("%env NOBODY_HAS_SET").output == "NOBODY_HAS_SET is not set\n")
        await session.end()
    }
}
