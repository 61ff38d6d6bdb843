import Glibc
import Processes
import TestSupport
import Testing

/// Tests of `unroll kernel` with invalid connection files.
@Suite struct KernelCommandTests {
    private let tool: CommandLineTool

    init() throws { tool = try CommandLineTool() }

    @Test(arguments: [
        ("{\"ip\": 3", 2, "could not read connection.json: it is not JSON at line 1, column 9"),
        ("{}", 2, "could not read connection.json: it has no transport"),
        (
            #"{"transport": "tcp", "ip": "127.0.0.1", "shell_port": -1, "iopub_port": 0, "#
                + #""stdin_port": 0, "control_port": 0, "hb_port": 0, "key": ""}"#,
            2, "could not read connection.json: "
        ),
    ])
    func malformedFilesAreRefused(text: String, status: Int, message: String) throws {
        try tool.write(text.utf8, to: "connection.json")
        let outcome = try tool.call("kernel", "--connection-file", "connection.json")
        #expect(outcome.exit == .exited(Int32(status)))
        #expect(outcome.text.contains(message), "\(outcome.text)")
    }

    @Test func aFileThatCannotBeMadeIsNamed() throws {
        let outcome = try tool.call("kernel", "--connection-file", "missing/connection.json")
        #expect(outcome.exit == .exited(5))
        #expect(
            outcome.text.contains(
                "could not write missing/connection.json: no such file or directory"))
    }

    @Test func portsInUseAreNamed() throws {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutableBytes(of: &address) { bytes in
            let pointer = bytes.assumingMemoryBound(to: sockaddr.self).baseAddress
            let result = bind(socket, pointer, length)
            getsockname(socket, pointer, &length)
            return result
        }
        try #require(bound == 0 && listen(socket, 1) == 0)
        let port = UInt16(bigEndian: address.sin_port)
        let text =
            #"{"transport": "tcp", "ip": "127.0.0.1", "shell_port": \#(port), "iopub_port": 0, "#
            + #""stdin_port": 0, "control_port": 0, "hb_port": 0, "key": "a"}"#
        try tool.write(text.utf8, to: "connection.json")
        let outcome = try tool.call("kernel", "--connection-file", "connection.json")
        #expect(outcome.exit == .exited(5))
        #expect(
            outcome.text.contains("could not open the shell channel at tcp://127.0.0.1:\(port): "))
    }
}
