import JSON
import JupyterProtocol
import Testing

@Suite struct HeaderTests {
    @Test func hasAllThatTheProtocolAsksFor() {
        let header = Header(
            id: "m1", typeName: "status", session: "s1", username: "ana",
            date: Timestamp(seconds: 0, microseconds: 1))
        #expect(
            JSONValue.object(header.json).text() == """
                {"msg_id":"m1","msg_type":"status","username":"ana","session":"s1",\
                "date":"1970-01-01T00:00:00.000001Z","version":"5.5"}
                """)
    }

    @Test func keepsTypesThatNobodyKnows() throws {
        let header = try Header([
            "msg_id": "a", "msg_type": "brew_request", "session": "s", "subshell_id": "sub",
        ])
        #expect(header.type == .unknown)
        #expect(header.typeName == "brew_request")
        #expect(header.subshellID == "sub")
    }

    @Test(arguments: MessageType.allCases)
    func findsEveryTypeByItsName(type: MessageType) {
        #expect(MessageType(named: type.rawValue) == type)
    }

    @Test func givesEveryMessageAnIdentifierOfItsOwn() {
        let session = MessageSession(id: "s", username: "ana", signer: Signer(key: "k"))
        let first = session.message(Status(.idle), identities: [[1]], metadata: ["a": 1])
        let second = session.message(Status(.idle))
        #expect(first.header.id != second.header.id)
        #expect(first.header.session == "s")
        #expect(first.type == .status)
        #expect(first.content == ["execution_state": "idle"])
        #expect(first.metadata == ["a": 1])
        #expect(session.frames(of: first)[0] == [1])
    }
}
