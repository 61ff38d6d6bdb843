import Glibc
import JSON
import JupyterProtocol
import Testing

@Suite struct ConnectionFileTests {
    private static let complete: JSONObject = [
        "shell_port": 1, "iopub_port": "2", "stdin_port": 3, "control_port": 4, "hb_port": 5,
        "ip": "127.0.0.1", "key": "k", "transport": "tcp", "signature_scheme": "hmac-sha512",
        "kernel_name": "unroll", "jupyter_session": "a.ipynb",
    ]

    /// Parses a connection from the fields of a file.
    private func connection(_ fields: JSONObject) throws -> ConnectionFile {
        try ConnectionFile(parsing: JSONValue.object(fields).bytes())
    }

    @Test func readsEveryField() throws {
        let connection = try connection(Self.complete)
        #expect(
            connection
                == ConnectionFile(
                    ports: KernelPorts(shell: 1, iopub: 2, stdin: 3, control: 4, heartbeat: 5),
                    key: "k", signatureScheme: .hmacSHA512, kernelName: "unroll",
                    others: ["jupyter_session": "a.ipynb"]))
        #expect(connection.endpoint(of: .heartbeat) == "tcp://127.0.0.1:5")
        #expect(connection.ports.areComplete)
        #expect(connection.signer == Signer(key: "k", scheme: .hmacSHA512))
        #expect(try self.connection(connection.json) == connection)
    }

    @Test func namesEndpointsOfEveryTransport() {
        let ports = KernelPorts(shell: 7)
        let pairs: [(Transport, String, String)] = [
            (.tcp, "::1", "tcp://[::1]:7"), (.tcp, "*", "tcp://*:7"),
            (.ipc, "/tmp/kernel", "ipc:///tmp/kernel-7"), (.inproc, "k", "inproc://k-7"),
        ]
        for (transport, ip, endpoint) in pairs {
            let connection = ConnectionFile(transport: transport, ip: ip, ports: ports, key: "")
            #expect(connection.endpoint(of: .shell) == endpoint)
        }
    }

    @Test func readsAndWritesKeysForEncryption() throws {
        var fields = Self.complete
        fields["curve_publickey"] = .string(String(repeating: "p", count: 40))
        fields["curve_secretkey"] = .string(String(repeating: "s", count: 40))
        let connection = try connection(fields)
        #expect(connection.curveKeys?.secretKey == String(repeating: "s", count: 40))
        #expect(try self.connection(connection.json) == connection)
    }

    @Test func makesKeysThatNobodyCanGuess() {
        #expect(ConnectionFile().key.utf8.count == 36)
        #expect(ConnectionFile().key != ConnectionFile().key)
        #expect(!ConnectionFile().ports.areComplete)
    }

    private static let mistakes: [(String, JSONValue?, String)] = [
        ("hb_port", nil, "it has no hb_port"),
        ("shell_port", 65536, "shell_port should be a port from 0 to 65535, but is 65536"),
        ("shell_port", "x", #"shell_port should be a port from 0 to 65535, but is "x""#),
        ("key", nil, "it has no key"),
        ("key", 1, "key should be a string, but is a number"),
        ("transport", "udp", "transport should be tcp, ipc or inproc, but is udp"),
        ("curve_publickey", "short", "it has curve_publickey, but no curve_secretkey"),
        ("curve_secretkey", "short", "it has curve_secretkey, but no curve_publickey"),
    ]

    @Test(arguments: mistakes.indices)
    func namesTheFieldThatIsWrong(index: Int) {
        let (key, value, problem) = Self.mistakes[index]
        var fields = Self.complete
        fields[key] = value
        let error = #expect(throws: JupyterProtocolError.self) { try connection(fields) }
        #expect(error?.description == "could not read the connection: \(problem)")
    }

    @Test func namesKeysOfAnotherLength() {
        var fields = Self.complete
        fields["curve_publickey"] = "short"
        fields["curve_secretkey"] = "shorter"
        let error = #expect(throws: JupyterProtocolError.self) { try connection(fields) }
        let problem = "curve_publickey should have 40 characters, but has 5"
        #expect(error?.description == "could not read the connection: \(problem)")
    }

    @Test func namesSchemesThatAreNotSupported() {
        var fields = Self.complete
        fields["signature_scheme"] = "hmac-md5"
        #expect(throws: JupyterProtocolError.unsupportedSignatureScheme("hmac-md5")) {
            try connection(fields)
        }
    }

    // MARK: Files

    @Test func writesFilesThatOnlyTheirOwnerReads() throws {
        try withTemporaryPath { path in
            let connection = try connection(Self.complete)
            write("an older and much longer file than the one that takes its place", to: path)
            try connection.write(to: path)
            #expect(try ConnectionFile(readingFrom: path) == connection)
            var information = stat()
            stat(path, &information)
            #expect(information.st_mode & 0o777 == 0o600)
        }
    }

    @Test func namesTheFileThatCannotBeReadOrWritten() {
        withTemporaryPath { path in
            let missing = #expect(throws: JupyterProtocolError.self) {
                try ConnectionFile(readingFrom: path)
            }
            #expect(
                missing?.description
                    == "could not read \(path): no such file or directory (2)")
            write("{", to: path)
            let broken = #expect(throws: JupyterProtocolError.self) {
                try ConnectionFile(readingFrom: path)
            }
            #expect(
                broken?.description == "could not read \(path): it is not JSON at line 1, "
                    + "column 2: expected a key in quotes")
            let unwritable = #expect(throws: JupyterProtocolError.self) {
                try ConnectionFile().write(to: "/nowhere/connection.json")
            }
            #expect(
                unwritable?.description == "could not write /nowhere/connection.json: "
                    + "no such file or directory (2)")
        }
    }
}
