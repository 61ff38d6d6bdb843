import JSON
import JupyterProtocol
import Testing

@Suite struct EnvelopeTests {
    @Test func readsWhatARealClientSends() throws {
        let envelope = try Envelope(frames: GoldenMessage.frames)
        try envelope.verify(with: GoldenMessage.signer)
        let message = try envelope.message()
        #expect(message.identities == [[0, 1, 0x69, 0x64]])
        #expect(message.header.id == "5f3a_12_1")
        #expect(message.header.session == "5f3a")
        #expect(message.type == .executeRequest)
        #expect(message.parentHeader.isEmpty)
        #expect(message.metadata["cellId"] == "c0ffee")
        #expect(message.buffers == [[1, 2, 3]])
        let request = try message.content(as: ExecuteRequest.self)
        #expect(request == ExecuteRequest(code: "let π = 3.0\nprint(\"é\")", allowsInput: true))
    }

    @Test func writesWhatItReads() throws {
        let message = try Envelope(frames: GoldenMessage.frames).message()
        let written = Envelope(message, signedBy: GoldenMessage.signer)
        let again = try Envelope(frames: written.frames)
        try again.verify(with: GoldenMessage.signer)
        #expect(try again.message() == message)
    }

    @Test func keepsOrderSpellingAndUnknownFieldsOfParents() throws {
        let text = #"{"zeta":1.0,"msg_id":"a","msg_type":"x","session":"s","version":5e0}"#
        let header = try Header(try #require(try JSONValue(parsing: text).object))
        let session = MessageSession(signer: Signer(key: ""))
        let message = session.message(Status(.busy), parent: header)
        let parts = Envelope(message, signedBy: session.signer).parts
        #expect(String(decoding: parts[1], as: UTF8.self) == text)
        #expect(message.parentID == "a")
    }

    @Test func findsTheDelimiterAfterAnyNumberOfIdentities() throws {
        let message = GoldenMessage.frames.dropFirst()
        #expect(try Envelope(frames: Array(message)).identities == [])
        #expect(try Envelope(frames: [[1], [2]] + message).identities == [[1], [2]])
    }

    @Test func leavesBuffersUnsigned() throws {
        var frames = GoldenMessage.frames
        frames[7] = [9]
        try Envelope(frames: frames).verify(with: GoldenMessage.signer)
    }

    // MARK: What is refused

    @Test(arguments: 2...6)
    func refusesTamperedParts(index: Int) throws {
        var frames = GoldenMessage.frames
        frames[index][0] ^= 1
        let envelope = try Envelope(frames: frames)
        let error = #expect(throws: JupyterProtocolError.self) {
            try envelope.verify(with: GoldenMessage.signer)
        }
        #expect(
            error?.description == "could not accept a message: "
                + "its signature does not match its parts and the key")
    }

    @Test(
        arguments: [
            ([], "none of its 0 frames is <IDS|MSG>"),
            ([[1], [2]], "none of its 2 frames is <IDS|MSG>"),
            (
                [GoldenMessage.bytes("<IDS|MSG>"), []],
                "5 frames or more should follow <IDS|MSG>, but 1 do"
            ),
        ] as [([[UInt8]], String)])
    func refusesTooFewFrames(frames: [[UInt8]], problem: String) {
        let error = #expect(throws: JupyterProtocolError.self) { try Envelope(frames: frames) }
        #expect(error?.description == "could not read a message: \(problem)")
    }

    @Test(arguments: [
        (0, "{", "its header is not JSON at line 1, column 2: expected a key in quotes"),
        (0, "[]", "its header should be an object, but is an array"),
        (0, "{}", "its header has no msg_id"),
        (0, #"{"msg_id": 1}"#, "msg_id of its header should be a string, but is a number"),
        (0, #"{"msg_id": "a"}"#, "its header has no msg_type"),
        (0, #"{"msg_id": "a", "msg_type": "b"}"#, "its header has no session"),
        (1, "null", "its parent header should be an object, but is null"),
        (2, "2", "its metadata should be an object, but is a number"),
        (3, "\"\u{FF}", "its content is not JSON at line 1, column 4: a string is not closed"),
    ])
    func namesThePartThatIsBroken(index: Int, part: String, problem: String) throws {
        var frames = GoldenMessage.frames
        frames[3 + index] = GoldenMessage.bytes(part)
        let envelope = try Envelope(frames: frames)
        let error = #expect(throws: JupyterProtocolError.self) { try envelope.message() }
        #expect(error?.description == "could not read a message: \(problem)")
        #expect(index == 0 || (try? envelope.header().id) == "5f3a_12_1")
    }

    @Test func namesTypeAndFieldOfContents() throws {
        var message = try Envelope(frames: GoldenMessage.frames).message()
        message.content["code"] = nil
        let missing = #expect(throws: JupyterProtocolError.self) {
            try message.content(as: ExecuteRequest.self)
        }
        #expect(missing?.description == "could not read execute_request: code: the key is missing")
        message.content = ["code": "", "user_expressions": ["a": 1]]
        let mistaken = #expect(throws: JupyterProtocolError.self) {
            try message.content(as: ExecuteRequest.self)
        }
        #expect(
            mistaken?.description == "could not read execute_request: "
                + "user_expressions: expected a string under a, found a number")
    }
}
