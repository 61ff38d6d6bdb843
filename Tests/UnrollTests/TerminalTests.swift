import Glibc
import NotebookDocument
import Processes
import TestSupport
import Testing

/// Tests of what people see on a terminal while several notebooks run.
@Suite struct TerminalTests {
    private let tool: CommandLineTool

    init() throws { tool = try CommandLineTool() }

    /// The characters that only rows of running cells contain.
    private static let spinner = "⠋⠙⠸⠴⠦⠇"

    /// Returns the rows of running cells on a screen.
    private static func rows(of screen: TerminalScreen) -> [String] {
        screen.text.filter { line in line.contains { spinner.contains($0) } }
    }

    /// Terminals as narrow as a phone and as wide as a wall, with titles that would not fit.
    @Test(arguments: [(18, 24), (40, 24), (80, 24), (80, 3), (200, 50)])
    func rowsOfRunningNotebooksLeaveNothingBehind(columns: Int, rows: Int) async throws {
        let title = "print " + String(repeating: "漢字 and words ", count: 20)
        for (own, other) in [("one", "two"), ("two", "one")] {
            // Each waits for the other, so that both are seen at the same time.
            let meeting =
                "shell touch \(own); until [ -e \(other) ]; do sleep 0.02; done; sleep 0.3"
            try tool.write(
                [meeting, title, title + "\nshell sleep 0.2", "raise Odd \(own)", "print end"],
                to: "a-rather-long-name-of-a-notebook-\(own).ipynb")
        }
        let screens = try await Blocking.run { [tool] in
            try tool.screens(
                "run", "a-rather-long-name-of-a-notebook-one.ipynb",
                "a-rather-long-name-of-a-notebook-two.ipynb", "--jobs", "2",
                columns: columns, rows: rows)
        }
        let most = screens.map { Self.rows(of: $0).count }.max() ?? 0
        if columns > 30 { #expect(most == 2, "both rows were there") }
        let last = try #require(screens.last)
        #expect(Self.rows(of: last).isEmpty, "\(last.text)")
        let text = last.text.joined()
        let words = text.filter { !$0.isWhitespace }
        for name in ["one", "two"] { #expect(words.contains("Odd:\(name)"), "\(last.text)") }
        #expect(words.contains("6cellspassed,2failed,2notrun"), "\(last.text)")
    }

    /// A notebook that runs by itself has a line that is overwritten, also if its path is long.
    @Test(arguments: [18, 80])
    func theLineOfANotebookLeavesNothingBehind(columns: Int) async throws {
        let name = "a-name-that-is-wider-than-the-terminal-" + String(repeating: "x", count: 90)
        try tool.write(["shell sleep 0.3", "print a"], to: "\(name).ipynb")
        let screens = try await Blocking.run { [tool] in
            try tool.screens("run", "\(name).ipynb", columns: columns, rows: 24)
        }
        let last = try #require(screens.last)
        #expect(Self.rows(of: last).isEmpty, "\(last.text)")
        // Only its title: what was there before, while the kernel started, is gone.
        let names = last.text.joined().matches(of: /a-name-that-is/).count
        #expect(names == 1, "\(last.text)")
    }
}

extension CommandLineTool {
    /// Calls the program on a terminal, and returns the screens after each piece of its output.
    fileprivate func screens(
        _ arguments: String..., columns: Int, rows: Int
    ) throws -> [TerminalScreen] {
        let terminal = Descriptor(owning: open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC))
        // TIOCSPTLCK and TIOCGPTN, which Swift does not import: unlock, and ask for the number.
        var (isLocked, number): (Int32, Int32) = (0, 0)
        try #require(ioctl(terminal.number, 0x4004_5431, &isLocked) == 0)
        try #require(ioctl(terminal.number, 0x8004_5430, &number) == 0)
        let name = "/dev/pts/\(number)"
        var size = winsize()
        size.ws_col = UInt16(columns)
        size.ws_row = UInt16(rows)
        try #require(ioctl(terminal.number, UInt(TIOCSWINSZ), &size) == 0)
        let side = Descriptor(owning: open(name, O_RDWR | O_NOCTTY | O_CLOEXEC))
        let process = try ChildProcess(
            starting: ProcessConfiguration(
                executable: program, arguments: arguments,
                environment: [
                    "JUPYTER_PATH": "\(folder)/jupyter", "HOME": folder, "PATH": "/usr/bin:/bin",
                    "XDG_RUNTIME_DIR": "\(folder)/runtime", "TERM": "xterm", "LC_ALL": "C.UTF-8",
                ], workingDirectory: folder, descriptors: [nil, side, side]))
        side.close()
        var screens = [TerminalScreen(columns: columns, rows: rows)]
        // The terminal fails to be read when no process has it open any more.
        while let bytes = try? terminal.read(upTo: 1 << 16), !bytes.isEmpty {
            var screen = screens[screens.count - 1]
            screen.show(bytes)
            screens.append(screen)
        }
        _ = process.waitForExit()
        return screens
    }
}
