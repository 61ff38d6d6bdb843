import Markup
import Testing

@Suite struct HTMLSanitizerTests {
    /// Returns HTML that has been cleaned.
    private func cleaned(_ html: String) -> String {
        var sanitizer = HTMLSanitizer()
        return sanitizer.clean(html)
    }

    @Test func whatPeopleWriteStays() {
        for html in [
            "<p>a <b>b</b> <a href=\"https://x.org/?a=1&amp;b=2\">c</a></p>",
            "<table><tr><td style=\"text-align:right;padding:2px 10px\">1</td></tr></table>",
            "<img src=\"data:image/png;base64,AAAA\" alt=\"a dot\">",
            "<details open=\"\"><summary>s</summary>t</details>",
            "<svg viewbox=\"0 0 9 9\"><path d=\"M0 0L9 9\" stroke=\"red\"></path></svg>",
        ] { #expect(cleaned(html) == html) }
    }

    @Test func whatRunsOrLoadsIsLeftOut() {
        for (html, expected) in [
            ("a<script>alert(1)</script>b", "ab"), ("<p onclick=\"alert(1)\">x</p>", "<p>x</p>"),
            ("<a href=\"java\nscript:alert(1)\">x</a>", "<a>x</a>"),
            ("<a href=\" &#106;avascript:alert(1)\">x</a>", "<a>x</a>"),
            ("<p style=\"background:url(http://x.org/a)\">x</p>", "<p>x</p>"),
            ("<style>p{color:red}</style>x", "x"), ("<form><button>x</button></form>", "x"),
            ("<svg><g><script>alert(1)</script></g></svg>", "<svg><g></g></svg>"),
            ("<rect fill=\"url(http://x.org)\">", "<rect></rect>"),
            (
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
                "<math><mtext><table></table></mtext></math>"
            ),
            ("<p class=\"alert skip copy\">x</p>", "<p class=\"alert\">x</p>"),
        ] { #expect(cleaned(html) == expected) }
    }

    @Test func whatIsLeftOutIsSaid() {
        var sanitizer = HTMLSanitizer()
        let html = sanitizer.clean(
            "<script>1</script><script>2</script><iframe src=\"https://x.org/v\"></iframe>")
        #expect(html == "<a href=\"https://x.org/v\">https://x.org/v</a>")
        #expect(sanitizer.omissions == ["a script", "an embedded page"])
    }

    @Test func picturesThatTheNotebookNamesAreFound() {
        var sanitizer = HTMLSanitizer { $0 == "a.png" ? "data:image/png;base64,AA" : nil }
        let html = sanitizer.clean("<img src=\"a.png\"><img src=\"b.png\" alt=\"b\">")
        #expect(html == "<img src=\"data:image/png;base64,AA\" alt=\"\"><a href=\"b.png\">b</a>")
        #expect(sanitizer.omissions == ["a picture"])
    }

    /// Documents at random, of everything that has ever run where it should not: whatever is left,
    /// read again by another reader, has only names and addresses from the lists.
    @Test(arguments: 0..<40) func nothingThatRunsIsEverLeft(seed: UInt64) {
        var random = HostileMarkup(seed: seed)
        for _ in 0..<50 {
            let html = random.document()
            let result = cleaned(html)
            let problem = LeftoverSearch.problem(in: result)
            #expect(problem == nil, "\(problem ?? "")\n\(html)\n\(result)")
            #expect(cleaned(result) == result, "cleaning again changes\n\(result)")
        }
    }

    @Test func depthAndLengthHaveALimit() {
        let deep = String(repeating: "<div>", count: 100_000) + "x"
        #expect(cleaned(deep).contains("x"))
        let signs = String(repeating: "<", count: 200_000)
        #expect(cleaned(signs).count == 4 * signs.count)
        #expect(cleaned(String(repeating: "</p>", count: 100_000)).isEmpty)
        #expect(cleaned(String(repeating: "<!--", count: 100_000)).isEmpty)
    }
}
