import CellProtocol
import Files
import Glibc
import Processes
import TestSupport
import Testing

/// Tests of the compiler process as the kernel starts it.
@Suite struct TerminalTests {
    @Test func nothingOfHalfWrittenCodeIsPrintedToTheTerminal() throws {
        let folder = try TemporaryFolder(prefix: "terminal-")
        let (own, theirs) = try Channel.pair()
        let terminal = try Descriptor.pipe()
        var settings = ProcessConfiguration(
            executable: "\(BuiltPrograms.folder)/cell-compiler",
            arguments: [folder.path, folder.path, "\(getpid())"],
            descriptors: [nil, nil, terminal.writing, theirs.descriptor])
        // At its end, it kills its process group.
        settings.leadsProcessGroup = true
        _ = try ChildProcess(starting: settings)
        terminal.writing.close()
        theirs.descriptor.close()
        let line = MessageChannel<CompilerRequest, CompilerReply>(own)
        let sources = [
            "print(\"a\\(b", "print(\"a b", "let x = \"\"\"\n  a", "for i in ", "f(\u{0}", "/* a",
            "#if os(",
            "let 0 = ", "\"\\u{11", "@", "#", "if #available(", "let x = 'a'", "1 +", "struct {",
        ]
        for (index, source) in sources.enumerated() {
            let query = CodeQuery(
                source: source, offset: source.utf8.count, moduleFolders: [])
            try line.send(CompilerRequest(number: 2 * index + 1, question: .complete(query)))
            try line.send(CompilerRequest(number: 2 * index + 2, question: .inspect(query)))
        }
        var replies = 0
        // The greeting is a message as well.
        while replies < 2 * sources.count + 1, try line.receiveBlocking() != nil { replies += 1 }
        #expect(replies == 2 * sources.count + 1)
        own.descriptor.close()
        var printed: [UInt8] = []
        while let piece = try terminal.reading.read(upTo: 1 << 16), !piece.isEmpty {
            printed += piece
        }
        #expect(String(decoding: printed, as: UTF8.self).isEmpty)
        folder.remove()
    }
}
