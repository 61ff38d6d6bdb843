import Testing
import ZeroMQ

@Suite struct SecurityTests {
    @Test func encryptsForThoseWhoKnowTheServersKey() throws {
        try #require(CurveKeyPair.isSupported)
        let context = try Context()
        let serverKeys = try CurveKeyPair.generate()
        let server = try Socket(
            .router, in: context, options: SocketOptions(security: .curveServer(serverKeys)))
        let security = Security.curveClient(
            try CurveKeyPair.generate(), serverKey: serverKeys.publicKey)
        let client = try Socket(.dealer, in: context, options: SocketOptions(security: security))
        let stranger = try Socket(.dealer, in: context, options: SocketOptions(linger: .zero))
        let endpoint = try server.bind(to: .tcp("127.0.0.1"))
        try stranger.connect(to: endpoint)
        try stranger.send([[13]])
        try client.connect(to: endpoint)
        try client.send([[1]])
        #expect(try server.receive().last == [1])
        try client.send([[2]])
        #expect(try server.receive().last == [2])
    }

    @Test func makesKeysOfFortyCharactersThatDiffer() throws {
        let first = try CurveKeyPair.generate()
        let second = try CurveKeyPair.generate()
        #expect(first.publicKey.utf8.count == 40)
        #expect(first.secretKey.utf8.count == 40)
        #expect(first != second)
    }

    @Test func refusesKeysThatAreNone() throws {
        let context = try Context()
        let keys = CurveKeyPair(publicKey: "short", secretKey: "shorter")
        let error = #expect(throws: ZeroMQError.self) {
            _ = try Socket(
                .router, in: context, options: SocketOptions(security: .curveServer(keys)))
        }
        let message = "could not set the CURVE keys of a ROUTER socket: invalid argument (22)"
        #expect(error?.description == message)
    }
}
