import JupyterProtocol
import Testing

@Suite struct RegistrationFileTests {
    private let registration = RegistrationFile(kernelID: "u", port: 99, key: "k")
    private let ports = KernelPorts(shell: 1, iopub: 2, stdin: 3, control: 4, heartbeat: 5)

    @Test func writesPortsAsStrings() {
        let frames = registration.announcement(of: ports)
        #expect(frames.count == 3)
        #expect(
            String(decoding: frames[2], as: UTF8.self) == """
                {"kernel_id":"u","shell_port":"1","iopub_port":"2","stdin_port":"3",\
                "control_port":"4","hb_port":"5"}
                """)
    }

    @Test func understandsItself() throws {
        let announcement = [[7]] + registration.announcement(of: ports)
        #expect(try registration.ports(announcedBy: announcement) == ports)
        try registration.checkAcknowledgement(registration.acknowledgement())
    }

    @Test func refusesWhatIsNotMeantForIt() {
        let stranger = RegistrationFile(kernelID: "v", port: 99, key: "k")
        let other = #expect(throws: JupyterProtocolError.self) {
            try registration.ports(announcedBy: stranger.announcement(of: ports))
        }
        let problem = "kernel_id should be u, but is v"
        #expect(other?.description == "could not read the connection: \(problem)")
        let thief = RegistrationFile(kernelID: "u", port: 99, key: "other")
        #expect(throws: JupyterProtocolError.invalidSignature) {
            try registration.ports(announcedBy: thief.announcement(of: ports))
        }
        let short = #expect(throws: JupyterProtocolError.self) {
            try registration.checkAcknowledgement([[1]])
        }
        #expect(
            short?.description == "could not read a message: "
                + "2 frames should follow <IDS|MSG> in a registration")
        let no = #expect(throws: JupyterProtocolError.self) {
            try registration.checkAcknowledgement(registration.announcement(of: ports))
        }
        #expect(
            no?.description == "could not read a message: the launcher's answer is not ACK")
    }
}
