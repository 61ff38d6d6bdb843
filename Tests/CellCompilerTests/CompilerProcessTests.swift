import CellProtocol
import Files
import Glibc
import Processes
import TestSupport
import Testing

/// Tests of the compiler process as the kernel starts it.
@Suite struct CompilerProcessTests {
    /// The activity of the process when its parent is killed.
    enum Occupation: CaseIterable {
        case nothing, aSourceThatTakesForEver, beingStopped
    }

    /// The channel stays open here, as if another program had inherited it: only the end of the
    /// parent is visible.
    @Test(.timeLimit(.minutes(1)), arguments: Occupation.allCases)
    func endsWithItsParent(at occupation: Occupation) throws {
        let folder = try TemporaryFolder(prefix: "unroll-test-")
        let session = try folder.makeFolder("session")
        let (own, theirs) = try Channel.pair()
        let output = try Descriptor.pipe()
        let program = "\(BuiltPrograms.folder)/cell-compiler"
        var configuration = ProcessConfiguration(
            executable: "/bin/sh",
            arguments: ["-c", "\"$0\" \"$1\" \"$2\" $$ & wait", program, folder.path, session],
            descriptors: [nil, output.writing, output.writing, theirs.descriptor])
        configuration.leadsProcessGroup = true
        let parent = try ChildProcess(starting: configuration)
        output.writing.close()
        theirs.descriptor.close()
        let line = MessageChannel<CompilerRequest, CompilerReply>(own)
        _ = try line.receiveBlocking()
        let nested = String(repeating: "[", count: 60)
        let source = occupation == .aSourceThatTakesForEver ? "let a = " + nested : "1"
        try line.send(CompilerRequest(number: 1, question: .analyze(source: source, .five)))
        if occupation != .aSourceThatTakesForEver { _ = try line.receiveBlocking() }
        parent.send(signal: SIGKILL)
        _ = parent.waitForExit()
        // The other end of the pipe is closed once all have ended.
        #expect(try output.reading.read(upTo: 1) == [])
        #expect(access(session, F_OK) != 0)
    }
}
