import Files
import Glibc
import JSON
import NotebookDocument
import Processes
import TestSupport
import Testing

@Suite struct RunCommandTests {
    private let tool: CommandLineTool

    init() throws { tool = try CommandLineTool() }

    @Test func savesInPlaceAndTellsOfEveryCell() throws {
        try tool.write(["print a", "result 2"])
        let outcome = try tool.call("run", "n.ipynb")
        #expect(outcome.exit == .exited(0))
        #expect(outcome.text.hasPrefix("n.ipynb (Fake)\n[1/2]      ok"))
        #expect(outcome.text.contains("  print a\n[2/2]      ok"))
        #expect(outcome.text.contains("\n2 cells passed in "))
        #expect(try tool.output(0) == "a\n")
        #expect(try tool.read().cells[1].executionCount == 2)
        #expect(access("\(tool.folder)/runtime", F_OK) == 0)
    }

    @Test func givesTheSameBytesTwice() throws {
        try tool.write(["print a", "show x one"])
        _ = try tool.call("run", "n.ipynb")
        let first = try tool.read().bytes
        _ = try tool.call("run", "n.ipynb")
        #expect(try tool.read().bytes == first)
    }

    @Test func savesIntoAFolderThatItMakes() throws {
        let original = try tool.write(["print a"])
        let outcome = try tool.call("run", "n.ipynb", "--output-dir", "one/two")
        #expect(outcome.exit == .exited(0))
        #expect(try tool.read() == original)
        #expect(try tool.output(0, of: "one/two/n.ipynb") == "a\n")
    }

    @Test func worksInTheFolderOfTheNotebook() throws {
        mkdir("\(tool.folder)/sub", 0o700)
        try tool.write(["cwd"], to: "sub/n.ipynb")
        _ = try tool.call("run", "sub/n.ipynb")
        #expect(try tool.output(0, of: "sub/n.ipynb") == "\(tool.folder)/sub\n")
    }

    @Test func endsWithOneAfterACellErrorAndSavesWhatThereIs() throws {
        try tool.write(["print a", "raise E why", "print c"])
        let outcome = try tool.call("run", "n.ipynb")
        #expect(outcome.exit == .exited(1))
        #expect(outcome.text.contains("n.ipynb, cell 2: E: why\n   1 | raise E why\n"))
        #expect(outcome.text.contains("1 cell passed, 1 failed, 1 not run"))
        #expect(try tool.output(0) == "a\n")
        #expect(try tool.read().cells[2].outputs.isEmpty)
    }

    @Test func goesOnAfterErrorsWhereThatIsAllowed() throws {
        try tool.write(["raise E why", "print b"])
        #expect(try tool.call("run", "n.ipynb", "--allow-errors").exit == .exited(0))
        #expect(try tool.output(1) == "b\n")
    }

    @Test func endsWithFourAfterATimeout() throws {
        try tool.write(["hang"])
        let outcome = try tool.call("run", "n.ipynb", "--timeout", "0.2")
        #expect(outcome.exit == .exited(4))
        #expect(
            outcome.text.contains("n.ipynb, cell 1: Timeout: the cell did not end within 0.20 s"))
        try tool.write(["hang"])
        #expect(try tool.call("run", "n.ipynb", "--total-timeout", "0.5").exit == .exited(4))
    }

    @Test func endsWith138WhereTheKernelDies() throws {
        try tool.write(["print a", "kill 9"])
        let outcome = try tool.call("run", "n.ipynb", "--one-at-a-time")
        #expect(outcome.exit == .exited(138))
        #expect(outcome.text.contains("the kernel ended with SIGKILL, perhaps for want of memory"))
        #expect(try tool.output(0) == "a\n")
    }

    @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
    func savesWhatThereIsWhenASignalStopsIt(signal: Int32, status: Int32) throws {
        try tool.write(["print a", "hang", "print c"])
        let outcome = try tool.call("run", "n.ipynb") { process, text in
            if text.contains("[1/3]") { process.send(signal: signal) }
        }
        #expect(outcome.exit == .exited(status))
        #expect(try tool.output(0) == "a\n")
        #expect(try tool.read().cells[2].executionCount == nil)
    }

    /// Processes that kernels start, in their process group and outside of it.
    private static let descendants = [
        "sleep 600 > /dev/null 2>&1 &", "(sleep 600 > /dev/null 2>&1 &) &",
        "setsid sleep 600 > /dev/null 2>&1 &", "(setsid -f sleep 600 > /dev/null 2>&1)",
    ]

    @Test(arguments: descendants, ["print end", "kill 9", "hang hard"])
    func leavesNoProcessBehind(descendant: String, ending: String) throws {
        try tool.write(["shell \(descendant)", ending])
        var count = 0
        let isKilled = ending == "hang hard"
        let outcome = try tool.call("run", "n.ipynb") { process, text in
            guard text.contains("[1/2]"), isKilled, count == 0 else { return }
            // The runner, its guard, the kernel and the process that it has started.
            count = tool.waitForProcesses(in: 4...)
            process.send(signal: SIGKILL)
        }
        #expect(
            outcome.exit
                == (isKilled
                    ? .killed(signal: SIGKILL) : .exited(ending == "kill 9" ? 138 : 0)))
        #expect(!isKilled || count >= 4)
        #expect(tool.waitForProcesses(in: ...0) == 0, "\(tool.processes)")
        #expect(rmdir("\(tool.folder)/runtime") == 0)
    }

    @Test func findsTheKernelsOfItsOwnPrefix() throws {
        for name in ["bin", "share", "share/jupyter", "share/jupyter/kernels"] {
            mkdir("\(tool.folder)/\(name)", 0o700)
        }
        rename("\(tool.folder)/jupyter/kernels/fake", "\(tool.folder)/share/jupyter/kernels/fake")
        try tool.write(["print a"])
        #expect(try tool.call("run", "n.ipynb").exit == .exited(2))
        let program = "\(tool.folder)/bin/unroll"
        if link(tool.program, program) != 0 {
            try tool.write(CommandLineTool.bytes(of: tool.program), to: "bin/unroll")
            chmod(program, 0o700)
        }
        let outcome = try tool.call(["run", "n.ipynb"], program: program)
        #expect(outcome.exit == .exited(0), "\(outcome.text)")
    }

    @Test func leavesNothingBehindInTheRuntimeFolder() throws {
        try tool.write(["print a"])
        _ = try tool.call("run", "n.ipynb")
        #expect(rmdir("\(tool.folder)/runtime") == 0)
    }

    @Test func setsParametersInACellOfTheirOwn() throws {
        try tool.write(["let rate = 0.1", "print b"], tags: [0: "parameters"])
        let refused = try tool.call("run", "n.ipynb", "-p", "rate=1")
        #expect(refused.exit == .exited(2))
        #expect(refused.text.contains("say where to save it with --output-dir"))
        _ = try tool.call(
            "run", "n.ipynb", "-p", "rate=1", "--output-dir", "out", "--allow-errors")
        let wrong = try tool.call("run", "n.ipynb", "-p", "rate", "--inplace")
        #expect(wrong.exit == .exited(2))
        #expect(wrong.text == "unroll: could not read the parameter rate: write it as name=value\n")
    }

    @Test func runsSeveralNotebooksAtTheSameTime() throws {
        for name in ["a", "b", "c"] { try tool.write(["print \(name)"], to: "\(name).ipynb") }
        let outcome = try tool.call("run", "a.ipynb", "b.ipynb", "c.ipynb", "--jobs", "2")
        #expect(outcome.exit == .exited(0))
        for name in ["a", "b", "c"] {
            #expect(try tool.output(0, of: "\(name).ipynb") == "\(name)\n")
            #expect(outcome.text.contains("\(name).ipynb [1/1]      ok"))
        }
        #expect(outcome.text.contains("\n3 cells passed in "))
    }

    @Test func runsTheOthersWhereANotebookCannotBeRead() throws {
        try tool.write(["print a"])
        try tool.write(["print b"], to: "odd.ipynb", settings: ["compar": [:]])
        let outcome = try tool.call(
            "run", "missing.ipynb", "n.ipynb", "/dev/null", "odd.ipynb", "--junit", "report.xml")
        #expect(outcome.exit == .exited(2))
        #expect(
            outcome.text.hasPrefix(
                """
                unroll: could not read missing.ipynb: no such file or directory (2)
                unroll: could not read /dev/null: it is not JSON at line 1, column 1: \
                the text ends where a value should be
                unroll: odd.ipynb: could not use unroll.compar in the notebook's metadata: there is \
                no such setting; did you mean compare?
                n.ipynb (Fake)

                """))
        #expect(try tool.output(0) == "a\n")
        let report = try tool.text(of: "report.xml")
        #expect(report.contains("<testsuite name=\"missing.ipynb\" tests=\"1\""))
        #expect(report.contains("<testsuite name=\"n.ipynb\" tests=\"1\""))
    }

    @Test func runsTheNotebooksOfAFolderAndKeepsItsTree() throws {
        for name in ["in", "in/sub", "in/.hidden", "empty"] {
            mkdir("\(tool.folder)/\(name)", 0o700)
        }
        for name in ["a.ipynb", "sub/a.ipynb", ".hidden/a.ipynb"] {
            try tool.write(["print \(name)"], to: "in/\(name)")
        }
        try tool.write("x".utf8, to: "in/notes.txt")
        let outcome = try tool.call("run", "in/", "--output-dir", "out")
        #expect(outcome.exit == .exited(0), "\(outcome.text)")
        #expect(try tool.output(0, of: "out/a.ipynb") == "a.ipynb\n")
        #expect(try tool.output(0, of: "out/sub/a.ipynb") == "sub/a.ipynb\n")
        #expect(outcome.text.contains("\n2 cells passed in "))
        let empty = try tool.call("run", "empty")
        #expect(empty.exit == .exited(2))
        #expect(
            empty.text
                == "unroll: could not find a notebook in the folder empty: there is none\n")
        let shared = try tool.call("run", "in", "in/sub", "--output-dir", "out")
        #expect(shared.exit == .exited(2))
        #expect(shared.text.contains("two notebooks are called a.ipynb"))
    }

    @Test func saysThatAKernelIsNotInstalled() throws {
        try tool.write(["print a"], kernel: "julia")
        let outcome = try tool.call("run", "n.ipynb")
        #expect(outcome.exit == .exited(2))
        #expect(
            outcome.text == "unroll: could not find the kernel julia: installed are fake; "
                + "install it, or choose another with --kernel\n")
        #expect(try tool.call("run", "n.ipynb", "--kernel", "fake").exit == .exited(0))
        #expect(try tool.read().kernelName == "fake")
    }

    @Test func endsWithFiveWhereTheKernelDoesNotStart() throws {
        let original = try tool.write(["print a"])
        let outcome = try tool.call("run", "n.ipynb", "--start-timeout", "0.001")
        #expect(outcome.exit == .exited(5))
        #expect(outcome.text.contains("n.ipynb: could not start the kernel fake"))
        #expect(try tool.read() == original)
    }

    @Test(arguments: [
        ["run"], ["run", "a.ipynb", "--timeout", "-1"], ["run", "a.ipynb", "--jobs", "0"],
        ["run", "--frobnicate", "a.ipynb"], ["test", "a.ipynb", "--tolerance", "-1"],
        ["run", "a/n.ipynb", "b/n.ipynb", "--output-dir", "out"], ["test", "nothing.ipynb"],
    ])
    func endsWithTwoOnMistakesInTheArguments(arguments: [String]) throws {
        #expect(try tool.call(arguments).exit == .exited(2))
    }

    @Test func takesParametersFromFilesAndTextsAndFillsInPaths() throws {
        let original = try tool.write(["print a"], tags: [0: "parameters"])
        var notebook = original
        notebook.cells[0].source = "let rate = 0.1\nlet name = \"a\"\nlet sizes = [1]\nlet n = 1"
        notebook.metadata["kernelspec"] = [
            "display_name": "F", "language": "swift", "name": "fake",
        ]
        try NotebookFile(path: "\(tool.folder)/n.ipynb").save(notebook)
        try tool.write("rate: 2\nname: file\nsizes:\n- 4\n".utf8, to: "p.yaml")
        let outcome = try tool.call(
            "run", "n.ipynb", "-f", "p.yaml", "-y", "{name: text, n: 5}", "-p", "n=6", "-r",
            "name=7",
            "-o", "out/{rate}-{name}.ipynb", "--allow-errors")
        #expect(outcome.exit == .exited(0), "\(outcome.text)")
        #expect(
            try tool.read("out/2-7.ipynb").cells[1].source
                == "// Parameters\nlet rate = 2.0\nlet sizes = [4]\nlet n = 6\nlet name = \"7\"")
        for arguments in [
            ["-o", "{depth}.ipynb"], ["-o", "{name}.ipynb", "-r", "name=../x"],
            ["-f", "missing.yaml", "--inplace"], ["-y", "a: [", "--inplace"],
            ["-p", "rat=1", "--inplace"],
        ] {
            let refused = try tool.call(["run", "n.ipynb"] + arguments)
            #expect(refused.exit == .exited(2), "\(arguments): \(refused.text)")
        }
        let help = try tool.call("run", "n.ipynb", "--help-notebook")
        #expect(help.exit == .exited(0))
        #expect(help.text.contains("  rate: Double = 0.1\n"))
    }

    @Test func leavesOutWhatHasNotChanged() throws {
        try tool.write(["print a"], settings: ["data": ["d.csv"]])
        try tool.write(["raise E v"], to: "m.ipynb")
        try tool.write("1\n".utf8, to: "d.csv")
        let first = try tool.call("run", "n.ipynb", "m.ipynb", "--skip-unchanged")
        #expect(first.exit == .exited(1))
        let before = try tool.read().bytes
        let second = try tool.call("run", "n.ipynb", "m.ipynb", "--resume")
        #expect(second.exit == .exited(1))
        #expect(
            second.text.contains("n.ipynb: nothing has changed since it ran, so it is not run\n"))
        #expect(second.text.contains("m.ipynb (Fake)\n"))
        #expect(try tool.read().bytes == before)
        try tool.write("2\n".utf8, to: "d.csv")
        let third = try tool.call("run", "n.ipynb", "--skip-unchanged")
        #expect(third.text.contains("n.ipynb (Fake)\n"))
    }

    @Test func writesTables() throws {
        try tool.write(["print a"], to: "a.ipynb")
        try tool.write(["print a", "raise E =1,\"2\"", "print c"], to: "b.ipynb")
        let outcome = try tool.call(
            "run", "a.ipynb", "b.ipynb", "c.ipynb", "--csv", "t.csv", "--json", "t.json")
        #expect(outcome.text.contains("\nnot run  0/0"))
        #expect(outcome.text.contains("\nok       1/1"))
        #expect(outcome.text.contains("\nerror    1/3"))
        let rows = try tool.text(of: "t.csv").split(separator: "\r\n")
        #expect(rows.count == 4)
        #expect(rows.last?.hasPrefix("b.ipynb,error,1,1,1,0,") == true)
        #expect(rows.last?.hasSuffix(",\"E: =1,\"\"2\"\"\"") == true)
        let report = try JSONValue(parsing: try tool.text(of: "t.json"))
        #expect(report["notebooks"]?.array?.count == 3)
        #expect(report["notebooks"]?.array?[2]["cells"]?.array?[1]["status"] == "error")
    }

    // MARK: Scripts

    /// Writes a script for the fake kernel, whose lines Swift's comments do not disturb.
    private func writeScript(_ name: String = "n.swift") throws {
        let text = """
            // ---
            // jupyter:
            //   kernelspec:
            //     display_name: Fake
            //     language: fake
            //     name: fake
            // ---

            // %% [markdown]
            // # A title

            // %%
            print a

            // %% tags=["raises-exception"]
            raise E v

            """
        try tool.write(text.utf8, to: name)
    }

    @Test func aScriptIsRunAndItsResultSavedOnlyWhereSomebodyWantsIt() throws {
        try writeScript()
        let before = CommandLineTool.bytes(of: "\(tool.folder)/n.swift")
        let outcome = try tool.call("run", "n.swift")
        #expect(outcome.exit == .exited(0), "\(outcome.text)")
        #expect(outcome.text.contains("1 cell passed, 1 raised as allowed"))
        #expect(!FolderListing.names(in: tool.folder).contains("n.ipynb"))
        #expect(try tool.call("run", "n.swift", "-o", "m.ipynb").exit == .exited(0))
        #expect(try tool.output(1, of: "m.ipynb") == "a\n")
        #expect(try tool.call("run", "n.swift", "--output-dir", "out").exit == .exited(0))
        #expect(try tool.output(1, of: "out/n.ipynb") == "a\n")
        #expect(CommandLineTool.bytes(of: "\(tool.folder)/n.swift") == before)
    }

    @Test func aScriptFailsLikeANotebook() throws {
        try writeScript()
        try tool.write("// %%\nraise E v\n".utf8, to: "bad.swift")
        let failed = try tool.call("run", "bad.swift", "--kernel", "fake")
        #expect(failed.exit == .exited(1))
        #expect(failed.text.contains("bad.swift, cell 1: E: v"))
        let tested = try tool.call("test", "n.swift")
        #expect(tested.exit == .exited(2))
        #expect(tested.text.contains("unroll: could not test n.swift: a script holds no outputs"))
        try tool.write("// %% tags=[1\n".utf8, to: "broken.swift")
        let broken = try tool.call("run", "broken.swift", "--kernel", "fake")
        #expect(broken.exit == .exited(2))
        #expect(broken.text.contains("unroll: broken.swift: "))
    }

    // MARK: Output that GitHub reads

    @Test func aNotebookCannotCommandGitHub() throws {
        try tool.write(["raise ::add-mask::x ::stop-commands::y"])
        let outcome = try tool.call("run", "n.ipynb", environment: ["GITHUB_ACTIONS": "true"])
        let commands = outcome.text.split(separator: "\n").filter {
            $0.drop(while: \.isWhitespace).hasPrefix("::")
        }
        #expect(commands.count == 1)
        #expect(commands.first?.hasPrefix("::error file=n.ipynb,title=cell 1::") == true)
    }

    // MARK: The end of the runner at any time

    /// The moment at which the runner is killed varies with the speed of the machine, from before the
    /// kernel starts until its cells run.
    @Test func nothingIsLeftBehindHoweverEarlyTheRunnerIsKilled() throws {
        try tool.write(["print a", "shell sleep 100 &", "print b"])
        let runtime = "\(tool.folder)/runtime"
        for delay in 0..<20 {
            let process = try ChildProcess(
                starting: ProcessConfiguration(
                    executable: tool.program, arguments: ["run", "n.ipynb"],
                    environment: [
                        "JUPYTER_PATH": "\(tool.folder)/jupyter", "HOME": tool.folder,
                        "PATH": "/usr/bin:/bin", "XDG_RUNTIME_DIR": runtime,
                    ], workingDirectory: tool.folder, descriptors: [nil, nil, nil]))
            let patience = ContinuousClock.now + .seconds(20)
            while FolderListing.names(in: runtime).isEmpty, ContinuousClock.now < patience {
                sched_yield()
            }
            let moment = ContinuousClock.now + .milliseconds(delay)
            while ContinuousClock.now < moment { sched_yield() }
            process.send(signal: SIGKILL)
            _ = process.waitForExit()
            let deadline = ContinuousClock.now + .seconds(20)
            while !(tool.processes.isEmpty && FolderListing.names(in: runtime).isEmpty),
                ContinuousClock.now < deadline
            { sched_yield() }
            #expect(FolderListing.names(in: runtime) == [], "killed after \(delay) ms")
            #expect(tool.processes == [], "killed after \(delay) ms")
        }
    }
}
