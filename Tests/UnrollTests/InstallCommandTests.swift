import Glibc
import JSON
import NotebookDocument
import Processes
import TestSupport
import Testing

@Suite struct InstallCommandTests {
    private let tool: CommandLineTool
    private let prefix: String

    init() throws {
        tool = try CommandLineTool()
        prefix = "\(tool.folder)/prefix"
    }

    /// Makes the installed programs look for their toolchain in a folder that does not exist.
    private func takeToolchainAway() throws {
        let doctor = try tool.call("doctor")
        let found = try #require(doctor.text.firstMatch(of: /toolchain +Swift .* in (.*)\n/))
        let folder = String(found.1)
        let programs = ["cell-compiler", "cell-worker"].map { "\(prefix)/share/unroll/\($0)" }
        let edit = "s#\(folder)/lib#\(folder.dropLast())?/lib#g"
        let outcome = try tool.call(["-i", edit] + programs, program: "/bin/sed")
        try #require(outcome.exit == .exited(0), "\(outcome.text)")
    }

    @Test func anInstalledCopyRunsNotebooksAndIsRemovedWhole() throws {
        let outcome = try tool.call("install", "--prefix", prefix)
        #expect(outcome.exit == .exited(0), "\(outcome.text)")
        #expect(outcome.text.contains("after an upgrade of the Swift toolchain"))

        let kernel = "prefix/share/jupyter/kernels/unroll"
        let text = try tool.text(of: "\(kernel)/kernel.json")
        let specification = try JSONValue(parsing: Array(text.utf8))
        #expect(
            specification["argv"]?.array == [
                .string("\(prefix)/share/unroll/unroll"), "kernel", "--connection-file",
                "{connection_file}",
            ])
        #expect(specification["display_name"] == "Swift (Unroll)")
        #expect(specification["interrupt_mode"] == "message")
        for logo in ["logo-32x32.png", "logo-64x64.png", "logo-svg.svg"] {
            #expect(access("\(tool.folder)/\(kernel)/\(logo)", R_OK) == 0)
        }

        try tool.write(["6 * 7"], kernel: "unroll")
        let command = "\(prefix)/bin/unroll"
        let run = try tool.call(["run", "n.ipynb"], program: command)
        #expect(run.exit == .exited(0), "\(run.text)")

        let again = try tool.call(["install", "--prefix", prefix, "--quiet"], program: command)
        #expect(again.exit == .exited(0), "\(again.text)")
        #expect(again.text.isEmpty)

        let doctor = try tool.call(
            ["doctor"], program: command, environment: ["JUPYTER_PATH": "\(prefix)/share/jupyter"])
        #expect(doctor.exit == .exited(0), "\(doctor.text)")
        #expect(!doctor.text.contains("missing"), "\(doctor.text)")

        let removal = try tool.call("uninstall", "--prefix", prefix)
        #expect(removal.exit == .exited(0))
        #expect(rmdir("\(prefix)/share/jupyter/kernels") == 0)
        #expect(access("\(prefix)/share/unroll", F_OK) != 0)
        #expect(rmdir("\(prefix)/bin") == 0)
    }

    @Test func aToolchainThatIsGoneIsToldOf() throws {
        try tool.write(["1"], kernel: "unroll")
        let before = try tool.read().cells.count
        #expect(try tool.call("install", "--prefix", prefix, "--quiet").exit == .exited(0))
        try takeToolchainAway()
        let command = "\(prefix)/bin/unroll"
        let doctor = try tool.call(["doctor"], program: command)
        #expect(doctor.exit == .exited(1))
        #expect(doctor.text.contains("missing  toolchain"), "\(doctor.text)")
        #expect(doctor.text.contains("install it there again, or build with the one that you have"))
        #expect(doctor.text.contains("found    libzmq"))
        let run = try tool.call(["run", "n.ipynb"], program: command)
        #expect(run.exit == .exited(1))
        #expect(run.text.contains("run `unroll doctor`"), "\(run.text)")
        #expect(try tool.read().cells.count == before)
    }

    @Test func whatIsInTheWayIsLeftAlone() throws {
        for name in ["prefix", "prefix/bin"] { mkdir("\(tool.folder)/\(name)", 0o700) }
        try tool.write("mine".utf8, to: "prefix/bin/unroll")
        let outcome = try tool.call("install", "--prefix", prefix, "--quiet")
        #expect(outcome.exit == .exited(0))
        #expect(outcome.text.contains("is something else, and was left as it is"))
        _ = try tool.call("uninstall", "--prefix", prefix)
        #expect(try tool.text(of: "prefix/bin/unroll") == "mine")
    }

    @Test func aPlaceThatCannotBeWrittenIsNamed() throws {
        let outcome = try tool.call("install", "--prefix", "/proc/nowhere")
        #expect(outcome.exit == .exited(2))
        #expect(outcome.text.contains("could not make the folder /proc/nowhere: no such file"))
        let two = try tool.call("install", "--user", "--prefix", prefix)
        #expect(two.exit == .exited(2))
        #expect(two.text.contains("choose one of --user, --prefix and --sys-prefix"))
        let none = try tool.call("uninstall", "--prefix", prefix)
        #expect(none.text == "nothing is installed in \(prefix)/share/unroll\n")
    }
}
