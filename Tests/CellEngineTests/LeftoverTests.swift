import Evaluation
import Foundation
import Testing

@testable import CellEngine

/// Tests of changes to a cell's process beyond memory: the next cell works, and a cell that fails
/// has changed nothing.
@Suite struct LeftoverTests {
    /// Cells that change their process.
    private static let cells = [
        "alarm(1)",
        "var t = itimerval(); t.it_value.tv_usec = 1000; setitimer(__itimer_which_t(ITIMER_VIRTUAL.rawValue), &t, nil)",
        "var l = rlimit(rlim_cur: 3, rlim_max: 4096); setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &l)",
        "var l = rlimit(rlim_cur: 4096, rlim_max: 1 << 30); setrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &l)",
        "signal(SIGINT, SIG_IGN); signal(SIGSEGV, SIG_IGN); signal(SIGABRT, SIG_IGN)",
        "var all = sigset_t(); sigfillset(&all); sigprocmask(SIG_BLOCK, &all, nil)",
        "raise(SIGSTOP == 0 ? 0 : SIGWINCH)", "setlocale(LC_ALL, \"C.UTF-8\")", "umask(0o777)",
        "let copy = unsafeBitCast(dlsym(nil, \"fork\"), to: (@convention(c) () -> Int32).self)()\nprint(copy > 0)",
        "let more = unsafeBitCast(dlsym(nil, \"fork\"), to: (@convention(c) () -> Int32).self)()\ndisplay(more > 0)",
        "setenv(\"PATH\", \"\", 1)", "fclose(stdin)", "nice(10)",
        "setsid()", "setpgid(0, 0)",
        "signal(SIGCHLD, SIG_IGN)", "signal(SIGPIPE, SIG_DFL)",
        "setvbuf(stdout, nil, Int32(_IOFBF), 1 << 16)",
        "var s = stack_t(); s.ss_flags = Int32(SS_DISABLE); sigaltstack(&s, nil)",
        "var t = timezone(); settimeofday(nil, &t)", "tzset()", "srand(1)", "errno = EIO",
    ]

    @Test(.timeLimit(.minutes(3)), arguments: cells)
    func leaveTheNextCellsAlone(cell: String) async throws {
        // A cell that checks for interrupts has much time, so that a busy machine makes no
        // difference.
        let session = try TestSession { $0.interruptGrace = .seconds(30) }
        await session.run("import Foundation\nvar kept = [1]")
        let record = await session.run(cell)
        #expect(record.failure == nil, "\(record.story)")
        // Longer than any alarm of the cells.
        await session.run("usleep(1_200_000); kept.append(2)")
        let opened = await session.run(
            "let file = open(\"/dev/null\", O_RDONLY); kept.append(3); file >= 0")
        #expect(opened.result == "true", "\(opened.story)")
        let crash = await session.run("kept[100]")
        #expect(crash.failure?.name == "IndexOutOfRange", "\(crash.story)")
        let interrupted = await session.run(
            "print(\"begun\")\nwhile !isInterrupted {}", interruptingAt: "begun")
        #expect(interrupted.failure?.message.contains("kept") == true, "\(interrupted.story)")
        #expect(await session.run("kept").result == "[1, 2, 3]")
        await session.run("%undo 2")
        #expect(await session.run("kept").result == "[1, 2, 3]")
        await session.end()
    }

    @Test func putsBackOffsetsAndFlagsAfterAFailure() async throws {
        let session = try TestSession()
        let start = await session.run(
            """
            import Foundation
            let path = FileManager.default.temporaryDirectory.appendingPathComponent("f").path
            try "0123456789".write(toFile: path, atomically: false, encoding: .utf8)
            let file = open(path, O_RDONLY)
            func next() -> String {
                var byte: UInt8 = 0
                return read(file, &byte, 1) == 1 ? String(UnicodeScalar(byte)) : "-"
            }
            next()
            """)
        #expect(start.result == "0", "\(start.story)")
        let failed = await session.run(
            "_ = next() + next(); _ = fcntl(file, F_SETFL, O_NONBLOCK); fatalError()")
        #expect(failed.failure?.name == "FatalError", "\(failed.story)")
        #expect(await session.run("next() + next()").result == "12")
        #expect(await session.run("fcntl(file, F_GETFL) & O_NONBLOCK").result == "0")
        await session.end()
    }

    /// The settings of a terminal are shared by all processes that have it open.
    @Test func putsBackTheStateOfATerminalAfterAFailure() async throws {
        let session = try TestSession()
        let start = await session.run(
            """
            import Foundation
            let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
            func echoes() -> Bool {
                var settings = termios()
                return tcgetattr(terminal, &settings) == 0 && settings.c_lflag & tcflag_t(ECHO) != 0
            }
            echoes()
            """)
        #expect(start.result == "true", "\(start.story)")
        let failed = await session.run(
            """
            var settings = termios()
            tcgetattr(terminal, &settings)
            settings.c_lflag &= ~tcflag_t(ECHO)
            tcsetattr(terminal, TCSANOW, &settings)
            print(echoes())
            fatalError()
            """)
        #expect(failed.output == "false\n", "\(failed.story)")
        #expect(await session.run("echoes()").result == "true")
        await session.end()
    }
}
