import Digests
import Testing

@Suite struct AuthenticationCodeTests {
    /// Test case 2 of RFC 4231.
    @Test func agreesWithThePublishedExample() {
        let parts = ["what do ya want ", "for nothing?"].map { Array($0.utf8) }
        let code = AuthenticationCode.sha256(of: parts, key: Array("Jefe".utf8))
        #expect(code.prefix(4) == [0x5B, 0xDC, 0xC1, 0x46])
        #expect(code.suffix(4) == [0x64, 0xEC, 0x38, 0x43])
        let long = AuthenticationCode.sha512(of: parts, key: Array("Jefe".utf8))
        #expect(long.prefix(4) == [0x16, 0x4B, 0x7A, 0x7B])
        #expect(long.count == 64)
    }

    @Test func tellsCodesApart() {
        #expect(AuthenticationCode.areEqual([1, 2], [1, 2]))
        #expect(!AuthenticationCode.areEqual([1, 2], [1, 3]))
        #expect(!AuthenticationCode.areEqual([1, 2], [1]))
    }
}
