import Digests
import Testing

@Suite struct DigestTests {
    @Test func agreesWithTheStandard() {
        // RFC 7693, appendix A.
        let digest = Digest(of: "abc", length: 64)
        #expect(digest.description.hasPrefix("ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b7"))
        #expect(digest.description.hasSuffix("18d38aa8dbf1925ab92386edd4009923"))
    }

    @Test func tellsContentsApart() {
        #expect(Digest(of: "a") == Digest(of: "a"))
        #expect(Digest(of: "a") != Digest(of: "b"))
        #expect(Digest(of: "").description.count == 32)
    }
}
