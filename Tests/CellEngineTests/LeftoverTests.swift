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
        "var l = rlimit(rlim_cur: 1, rlim_max: 1); setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &l)",
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

    // MARK: Limits

    /// The numbers of all resources with a limit.
    private static let resources = 0..<16

    /// Cells that lower a limit in a way.
    private static let lowerings = [
        "var l = rlimit(rlim_cur: 0, rlim_max: 0)\nlower(RESOURCE, &l)",
        "var l = rlimit(rlim_cur: 1, rlim_max: 1)\nlower(RESOURCE, &l)",
        "var l = rlimit(); getrlimit(kind(RESOURCE), &l)\nl.rlim_max = l.rlim_cur\nlower(RESOURCE, &l)",
        "var l = rlimit(); getrlimit(kind(RESOURCE), &l)\nl.rlim_cur = 0\nlower(RESOURCE, &l)\nvar n = 0; for k in 0..<100_000_000 { n &+= k }",
        "system(\"prlimit --pid $PPID --RESOURCE=0:0\") == 0 ? 0 : 1",
    ]

    /// The names of the resources as options of `prlimit`.
    private static let options = [
        "cpu", "fsize", "data", "stack", "core", "rss", "nproc", "nofile", "memlock", "as", "locks",
        "sigpending", "msgqueue", "nice", "rtprio", "rttime",
    ]

    @Test(.timeLimit(.minutes(3)), arguments: resources)
    func cellsThatLowerALimitLoseAtMostThemselves(resource: Int) async throws {
        let session = try TestSession()
        // Without the privilege to raise a hard limit, as for most users.
        let start = await session.run(
            """
            import Foundation
            typealias Capabilities = @convention(c) (UnsafeMutableRawPointer, UnsafeMutableRawPointer) -> Int32
            func call(_ name: String) -> Capabilities {
                unsafeBitCast(dlsym(nil, name), to: Capabilities.self)
            }
            func kind(_ number: Int) -> __rlimit_resource_t { __rlimit_resource_t(UInt32(number)) }
            func lower(_ number: Int, _ limit: inout rlimit) -> Int32 { setrlimit(kind(number), &limit) }
            var head: [UInt32] = [0x20080522, 0]
            var sets = [UInt32](repeating: 0, count: 6)
            let found = call("capget")(&head, &sets)
            for index in 0..<3 { sets[index] &= ~(1 << 24) }
            var kept = [1]
            found + call("capset")(&head, &sets)
            """)
        #expect(start.result == "0", "\(start.story)")
        var expected = [1]
        for (number, lowering) in Self.lowerings.enumerated() {
            let code = lowering.replacing("--RESOURCE", with: "--\(Self.options[resource])")
                .replacing("RESOURCE", with: "\(resource)")
            let record = await session.run("kept.append(\(number))\n\(code)")
            if record.failure == nil { expected.append(number) }
            // Longer than a process without processor time lives.
            let next = await session.run(
                """
                usleep(20_000); var m\(number) = 0; for k in 0..<30_000_000 { m\(number) &+= k }
                let f\(number) = open("/dev/null", O_RDONLY)
                [system("true"), f\(number) < 0 ? 1 : 0] + kept
                """)
            #expect(next.result == "\([0, 0] + expected)", "\(code): \(record.story) \(next.story)")
        }
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
