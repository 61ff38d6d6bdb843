import Display
import Testing

@Suite struct Base64Tests {
    /// The examples of RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
        ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ])
    func agreesWithThePublishedExamples(plain: String, encoded: String) {
        #expect(Base64.text(of: Array(plain.utf8)) == encoded)
        #expect(Base64.bytes(of: encoded) == Array(plain.utf8))
    }

    @Test func decodesWhatItEncodes() {
        for count in 0..<300 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255) }
            let text = Base64.text(of: bytes)
            #expect(Base64.bytes(of: text) == bytes)
            #expect(Base64.byteCount(of: text) == count)
        }
    }

    @Test func readsLines() {
        #expect(Base64.bytes(of: "Zm9v\nYg==\n") == Array("foob".utf8))
        #expect(Base64.byteCount(of: "Zm9v\nYg==\n") == 4)
    }

    @Test(arguments: [
        "not base 64!", "Zg", "Zg=", "Zg===", "Z===", "=", "Zg==Zg==", "Zh==", "Zm9=", "é",
    ])
    func refusesOtherText(text: String) { #expect(Base64.bytes(of: text) == nil) }
}
