import Processes
import Testing

/// Programs that are run for their output.
@Suite struct ProgramRunTests {
    /// More data than a pipe can hold, in both directions at once.
    @Test func handsOverInputWhileItReadsOutput() throws {
        let input = String(repeating: "a line\n", count: 100_000)
        let run = try ProgramRun("/bin/cat", input: input)
        #expect(run.output == input)
        #expect(run.exit.isSuccess)
    }

    @Test func tellsHowAProgramEnded() throws {
        let run = try ProgramRun("/bin/sh", ["-c", "echo out; echo err >&2; exit 3"])
        #expect(run.output == "out\n")
        #expect(!run.exit.isSuccess)
        let both = try ProgramRun(
            "/bin/sh", ["-c", "echo out; echo err >&2"], standardError: .merged)
        #expect(both.output == "out\nerr\n")
    }

    @Test func addsVariables() throws {
        let run = try ProgramRun(
            "/bin/sh", ["-c", "echo $UNROLL_TEST; echo $PATH"], adding: ["UNROLL_TEST": "here"])
        #expect(run.output == "here\n\(ProcessEnvironment.variables["PATH"] ?? "")\n")
    }

    /// A program that writes nothing more, that goes on writing, and that has closed its output.
    @Test(arguments: [
        "echo first; exec sleep 1000", "echo first; exec sleep 1000 >/dev/null",
        "echo first; exec sleep 1000 >/dev/null </dev/null 2>&1",
    ])
    func killsAProgramThatTakesTooLong(script: String) throws {
        let run = try ProgramRun("/bin/sh", ["-c", script], limit: .milliseconds(500))
        #expect(run.output == "first\n")
        #expect(!run.exit.isSuccess)
    }

    @Test func endsWhereTheProgramDoesNotReadItsInput() throws {
        let run = try ProgramRun("/bin/true", input: String(repeating: "x", count: 1_000_000))
        #expect(run.exit.isSuccess)
    }

    @Test func namesAProgramThatIsMissing() {
        let error = #expect(throws: ProcessError.self) { try ProgramRun("/missing/program") }
        #expect(error?.description.contains("/missing/program") == true)
    }
}
