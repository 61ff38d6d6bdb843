import Display
import Plotting
import Testing

@Suite struct TokenMapTests {
    /// The slides' sentence, with the influence of each word.
    static let sentence = TokenMap(
        "What decides “is”?", ["The", "writer", "of", "the", "books"],
        values: [0.02, 0.9, 0.1, .nan, nil] as [Double?], label: "influence")

    @Test func writesWordsShadesAndNumbers() {
        #expect(
            Self.sentence.text(style: .unicode) == """
                What decides “is”?
                influence  ·······░░░░░░░▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓███████   × NaN
                          0.0               0.5              1.0
                The   writer  of   the  books
                ····  ██████  ···  ×××
                0.02  0.9     0.1  NaN
                """)
    }

    @Test func saysWhenTokensAndValuesDiffer() {
        let map = TokenMap("", ["a", "b"], values: [1.0])
        #expect(map.text(style: .ascii).hasSuffix("! 2 tokens and 1 values"))
        #expect(TokenMap("", [], values: [Double]()).text(style: .ascii).contains("! no tokens"))
    }

    @Test func showsTheExactNumberUnderThePointer() throws {
        let titles = try SVGReader(Self.sentence.svg).elements.filter { $0.tag == "title" }
        #expect(
            titles.map { $0.text.filter { $0 != "\n" } } == [
                "The: 0.02", "writer: 0.9", "of: 0.1", "the: NaN", "books: no value",
            ])
        #expect(Self.sentence.mimeBundle.representations.map(\.type) == [.plainText, .svg, .html])
    }
}
