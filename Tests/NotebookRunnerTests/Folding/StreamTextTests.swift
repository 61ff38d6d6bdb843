import NotebookRunner
import Testing

@Suite struct StreamTextTests {
    private static let foldings: [([String], String)] = [
        ([], ""), (["a\n", "b"], "a\nb"), (["10%\r20%\r100%\n"], "100%\n"),
        (["10%\r", "20%\r"], "20%\r"), (["one\r\ntwo\r\n"], "one\r\ntwo\r\n"),
        (["one\r", "\ntwo"], "one\r\ntwo"), (["ab\u{8}c"], "ac"), (["a\u{8}\u{8}\u{8}b"], "b"),
        (["a\n\u{8}b"], "a\nb"), (["aé\u{8}", "\u{8}ü"], "ü"), (["a😀", "\u{8}b"], "ab"),
        (["abc\r", "\u{8}d"], "d"), (["\r", "a"], "a"), (["kept\nlost\r", "new"], "kept\nnew"),
        (["long line\rab"], "ab"), (["a\r\r\nb"], "a\r\nb"),
    ]

    @Test(arguments: foldings)
    func showsWhatIsLeftInTheEnd(pieces: [String], text: String) {
        var stream = StreamText()
        for piece in pieces { stream.append(piece) }
        #expect(stream.text == text)
        var whole = StreamText()
        whole.append(pieces.joined())
        #expect(whole.text == text)
    }
}
