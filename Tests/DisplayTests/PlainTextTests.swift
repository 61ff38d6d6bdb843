import Testing

@testable import Display

@Suite struct PlainTextTests {
    @Test(arguments: [
        ("plain", "plain"), ("\u{1B}[1;31mred\u{1B}[0m", "red"), ("a\u{1B}]0;title\u{7}b", "ab"),
        ("a\u{1B}]8;;u\u{1B}\\b\u{1B}]8;;\u{1B}\\c", "abc"), ("end\u{1B}", "end"), ("\u{1B}[", ""),
    ])
    func hasNoEscapeSequences(text: String, plain: String) {
        #expect(PlainText.of(text) == plain)
    }
}
