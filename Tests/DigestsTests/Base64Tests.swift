import Digests
import Testing

@Suite struct Base64Tests {
    /// The examples of RFC 4648, section 10.
    @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v")])
    func agreesWithThePublishedExamples(plain: String, encoded: String) {
        #expect(Base64.text(of: Array(plain.utf8)) == encoded)
        #expect(Base64.bytes(of: encoded) == Array(plain.utf8))
    }

    @Test func readsLinesAndRefusesOtherText() {
        #expect(Base64.bytes(of: "Zm9v\nYg==\n") == Array("foob".utf8))
        #expect(Base64.bytes(of: "not base 64!") == nil)
    }
}
