import JupyterProtocol
import Testing

@Suite struct StartupFileTests {
    @Test func tellsTheTwoKindsApart() throws {
        try withTemporaryPath { path in
            let connection = ConnectionFile(key: "k")
            try connection.write(to: path)
            #expect(try StartupFile.read(path) == .connection(connection))
        }
        try withTemporaryPath { path in
            write(
                #"{"kernel_id":"u","transport":"tcp","registration_ip":"127.0.0.1","#
                    + #""registration_port":"99","key":"k","signature_scheme":"hmac-sha256"}"#,
                to: path)
            let registration = RegistrationFile(kernelID: "u", port: 99, key: "k")
            let startup = try StartupFile.read(path)
            #expect(startup == .registration(registration))
            #expect(registration.endpoint == "tcp://127.0.0.1:99")
            #expect(registration.connection == ConnectionFile(key: "k"))
        }
    }

    @Test func makesAConnectionWhereThereIsNoFile() throws {
        try withTemporaryPath { path in
            guard case .connection(let connection) = try StartupFile.read(path) else {
                Issue.record("a registration was made up")
                return
            }
            #expect(!connection.ports.areComplete)
            #expect(!connection.key.isEmpty)
        }
    }

    @Test func namesFileAndFieldOfBoth() {
        withTemporaryPath { path in
            for (text, problem) in [
                (#"{"registration_port":1}"#, "it has no kernel_id"), ("{}", "it has no transport"),
                ("[]", "it should be an object, but is an array"),
            ] {
                write(text, to: path)
                let error = #expect(throws: JupyterProtocolError.self) {
                    try StartupFile.read(path)
                }
                #expect(error?.description == "could not read \(path): \(problem)")
            }
        }
    }
}
