import JSON
import JupyterProtocol
import Testing
import ZeroMQ

/// Tests of a peer without the key that connects under the identity of a client, which anybody can
/// read in the messages of the iopub channel.
@Suite(.timeLimit(.minutes(5))) struct StolenIdentityTests {
    /// With encryption, a peer without the keys does not get as far as its identity.
    @Test func encryptionKeepsIdentities() async throws {
        let keys = try CurveKeyPair.generate()
        var connection = ConnectionFile()
        connection.curveKeys = CurveKeys(publicKey: keys.publicKey, secretKey: keys.secretKey)
        let kernel = try await TestKernel(on: .connection(connection))
        let client = try await TestClient(kernel.connection)
        var plain = kernel.connection
        plain.curveKeys = nil
        let thief = try await TestClient(
            plain, isWelcomed: false, identity: client.session.id)
        for _ in 0..<20 {
            thief.send([Array("thief".utf8)])
            let request = client.send("cell" as ExecuteRequest)
            #expect(try await client.reply(to: request).content["status"] == "ok")
        }
        try await kernel.end()
    }
}
