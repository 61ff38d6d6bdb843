import Processes
import TestSupport
import Testing

/// Tests of whole runs on machines that have little: a run works, or says in a sentence what it
/// lacks; and the next run is healthy.
@Suite struct ScarceResourceTests {
    /// A scarce resource.
    struct Scarcity: Sendable, CustomTestStringConvertible {
        /// The program with its arguments that runs another program so.
        let words: [String]
        /// Indicates whether everything has to work.
        let mustWork: Bool
        var testDescription: String { words.joined(separator: " ") }

        /// Creates a limit of the shell's.
        init(ulimit limit: String, mustWork: Bool = true) {
            words = ["bash", "-c", "ulimit \(limit) && exec \"$0\" \"$@\""]
            self.mustWork = mustWork
        }

        /// Creates surroundings from a program.
        init(_ words: String..., mustWork: Bool = true) {
            (self.words, self.mustWork) = (words, mustWork)
        }
    }

    private static let scarcities = [
        Scarcity(ulimit: "-n 512"), Scarcity(ulimit: "-n 256"), Scarcity(ulimit: "-n 96"),
        Scarcity(ulimit: "-n 40", mustWork: false), Scarcity(ulimit: "-n 24", mustWork: false),
        Scarcity(ulimit: "-n 8", mustWork: false),
        Scarcity(ulimit: "-s unlimited"), Scarcity(ulimit: "-s 1024"),
        Scarcity(ulimit: "-v 16000000"), Scarcity(ulimit: "-v 4000000", mustWork: false),
        Scarcity(ulimit: "-v 1000000", mustWork: false),
        Scarcity(ulimit: "-v 200000", mustWork: false),
        Scarcity(ulimit: "-d 2000000"), Scarcity(ulimit: "-d 512000", mustWork: false),
        Scarcity(ulimit: "-d 100000", mustWork: false),
        Scarcity(ulimit: "-f 100000"), Scarcity(ulimit: "-f 8", mustWork: false),
        Scarcity(ulimit: "-c unlimited"), Scarcity(ulimit: "-l 0"),
        Scarcity("taskset", "-c", "0"),
        // Where a mount is not allowed, there is nothing that the run could lack.
        Scarcity(
            "bash", "-c",
            "unshare -m sh -c 'umount -l /dev/shm; exec \"$0\" \"$@\"' \"$0\" \"$@\" || exec \"$0\" \"$@\""
        ),
        Scarcity("bash", "-c", "umask 0777; exec \"$0\" \"$@\"", mustWork: false),
        Scarcity("bash", "-c", "umask 0; exec \"$0\" \"$@\""),
        Scarcity("bash", "-c", "trap '' TERM INT CHLD PIPE HUP; exec \"$0\" \"$@\""),
        Scarcity("env", "-u", "HOME", "-u", "XDG_CACHE_HOME"),
        Scarcity("env", "TMPDIR=/nowhere", mustWork: false),
        Scarcity("env", "LC_ALL=tr_TR.UTF-8", "LANG=xx"), Scarcity("nice", "-n", "19"),
    ]

    @Test(.timeLimit(.minutes(5)), arguments: scarcities)
    func aRunWorksOrSaysWhatItLacks(scarcity: Scarcity) async throws {
        let (outcome, next) = try await Blocking.run {
            let run = try FaultyRun()
            return (try run.play(salt: 7, in: scarcity.words), try run.play(salt: 7))
        }
        let problems = outcome.problems(isHealthy: scarcity.mustWork)
        #expect(problems.isEmpty, "\(problems): \(outcome)")
        if outcome.exit != .exited(0) { #expect(outcome.hasReason, "\(outcome)") }
        #expect(next.problems(isHealthy: true).isEmpty, "\(next)")
    }
}
