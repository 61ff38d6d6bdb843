import JupyterProtocol
import Testing

@Suite struct SignerTests {
    @Test(arguments: [
        (SignatureScheme.hmacSHA256, GoldenMessage.signature),
        (.hmacSHA512, GoldenMessage.longSignature),
    ])
    func signsAsRealClientsDo(scheme: SignatureScheme, signature: String) {
        let signer = Signer(key: "a secret key", scheme: scheme)
        #expect(signer.signature(of: GoldenMessage.parts) == GoldenMessage.bytes(signature))
        #expect(signer.accepts(GoldenMessage.bytes(signature), of: GoldenMessage.parts))
    }

    @Test func signsAsThePublishedExampleDoes() {
        let signature = Signer(key: "key").signature(
            of: ["The quick brown fox ", "jumps over the lazy dog"].map(GoldenMessage.bytes))
        #expect(
            String(decoding: signature, as: UTF8.self)
                == "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8")
    }

    @Test(arguments: ["", "0461aabd", GoldenMessage.signature.uppercased()])
    func refusesOtherSignatures(signature: String) {
        #expect(
            !GoldenMessage.signer.accepts(
                GoldenMessage.bytes(signature), of: GoldenMessage.parts))
    }

    @Test func checksNothingWithoutAKey() {
        let signer = Signer(key: "")
        #expect(signer.signature(of: [[1]]) == [])
        #expect(signer.accepts([1, 2], of: [[1]]))
        #expect(!signer.isChecking)
    }

    @Test(arguments: ["hmac-md5", "hmac-sha1", ""])
    func namesSchemesThatItDoesNotKnow(name: String) {
        let error = #expect(throws: JupyterProtocolError.self) {
            try SignatureScheme(named: name)
        }
        #expect(
            error?.description == "could not sign messages with \(name): only hmac-sha256 and "
                + "hmac-sha512 are supported; set Session.signature_scheme of the client to one "
                + "of them")
    }
}
