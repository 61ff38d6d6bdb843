import JSON
import Markup
import NotebookDocument
import Reports
import Testing

@Suite struct NotebookPageTests {
    /// Returns the contents of the page of some cells.
    private func contents(_ cells: [NotebookCell], options: PageOptions = PageOptions()) -> String {
        let page = NotebookPage.html(Notebook(cells: cells), options: options)
        let start = page.firstRange(of: "<main")?.lowerBound ?? page.startIndex
        return String(
            page[start...].prefix(upTo: page.firstRange(of: "</main>")?.lowerBound ?? page.endIndex)
        )
    }

    /// Returns a cell with an output in some forms.
    private func cell(_ forms: JSONObject) -> NotebookCell {
        NotebookCell(
            .code, source: "x", outputs: [CellOutput(.display(DisplayedData(forms: forms)))])
    }

    @Test func aPageNeedsNothingElse() {
        let page = NotebookPage.html(
            Notebook(cells: [
                NotebookCell(.markdown, source: "# T\n![p](https://x.org/a.png) $x$"),
                cell([
                    "image/svg+xml": "<svg xmlns='http://www.w3.org/2000/svg' aria-label='A line'/>"
                ]),
            ]))
        let loading = page.matches(
            of: /<(?:script|link|img|iframe|audio|source)[^>]*(?:src|href)="([^"]*)"/)
        #expect(!loading.isEmpty)
        for match in loading { #expect(match.output.1.hasPrefix("data:")) }
        #expect(page.contains("default-src 'none'"))
        #expect(page.contains("alt=\"A line\""))
        #expect(page.contains("<title>T</title>"))
    }

    @Test func outputsAreShownInTheirRichestForm() {
        #expect(
            contents([cell(["text/html": "<b>h</b>", "text/plain": "p"])]).contains("<b>h</b>"))
        #expect(
            contents([cell(["text/html": "<script>1</script>", "text/plain": "p&"])]).contains(
                ">p&amp;</pre>"))
        #expect(
            contents([cell(["image/png": "AA==", "text/plain": "a dot"])]).contains("alt=\"a dot\"")
        )
        #expect(contents([cell(["text/latex": "$x^2$", "text/plain": "p"])]).contains("<math>"))
        #expect(
            contents([cell(["application/vnd.unroll.value+json": ["name": "a"]])]).contains(
                "Left out") == false)
        #expect(
            contents([cell(["application/javascript": "alert(1)"])]).contains(
                "Left out: application/javascript"))
    }

    @Test func textKeepsItsColors() {
        let error = CellOutput(
            .error(name: "E", value: "v", traceback: ["\u{1B}[1;31mE\u{1B}[0m: <v>"]))
        let html = contents([NotebookCell(.code, source: "x", outputs: [error])])
        #expect(
            html.contains(
                "<span style=\"color:var(--ansi-1);font-weight:bold\">E</span>: &lt;v&gt;"))
    }

    @Test func codeIsColored() {
        let html = contents([NotebookCell(.code, source: "let a = Int(\"1\") // <c>\n#if DEBUG")])
        for piece in [
            "<span class=\"k\">let</span> a", "<span class=\"t\">Int</span>",
            "<span class=\"s\">&quot;1&quot;</span>",
            "<span class=\"c\">// &lt;c&gt;</span>", "<span class=\"m\">#if</span>",
        ] { #expect(html.contains(piece), "\(piece)") }
    }

    @Test func solutionsAreFolded() {
        var solution = NotebookCell(.code, source: "1", metadata: ["tags": ["solution"]])
        solution.outputs = [CellOutput(.stream(name: "stdout", text: "out"))]
        let html = contents([solution])
        #expect(html.contains("<details><summary>Solution</summary>"))
        #expect(
            html.firstRange(of: "out<").map { html[$0.upperBound...].contains("</details>") }
                == true)
        #expect(
            !contents([NotebookCell(.code, source: "secret", metadata: ["tags": ["remove-cell"]])])
                .contains("secret"))
    }

    @Test func linksToOtherNotebooksLeadToTheirPages() {
        var options = PageOptions()
        options.target = { $0.replacing(".ipynb", with: ".html") }
        let html = contents(
            [NotebookCell(.markdown, source: "[n](b.ipynb) [h](#A-b) [w](https://x.org/b.ipynb)")],
            options: options)
        #expect(html.contains("href=\"b.html\""))
        #expect(html.contains("href=\"https://x.org/b.ipynb\""))
    }

    @Test func attachmentsAndFilesBecomePartsOfThePage() {
        let attached = NotebookCell(
            .markdown, source: "![a](attachment:a.png) ![b](b.png) ![c](../c.png)",
            attachments: ["a.png": ["image/png": "AAAA"]])
        var options = PageOptions()
        options.picture = { $0 == "b.png" ? [0x89, 0x50, 0x4E, 0x47] : nil }
        let html = contents([attached], options: options)
        #expect(html.contains("src=\"data:image/png;base64,AAAA\" alt=\"a\""))
        #expect(html.contains("src=\"data:image/png;base64,iVBORw==\" alt=\"b\""))
        #expect(html.contains("Left out: a picture."))
    }

    @Test func framesCanBeGoneThrough() {
        let store =
            #"{"knobs":[{"name":"W","kind":"slider","labels":["1","2"],"start":0,"count":2}],"lines":["<p onclick='x'>two</p>"],"frames":[null,[0]]}"#
        let html = contents([
            cell([
                "text/html": .string(
                    "<div class=\"unroll-exploration\"><div class=\"unroll-frame\">one</div><script type=\"application/json\">\(store)</script><script>alert(1)</script></div>"
                )
            ])
        ])
        #expect(html.contains("<div class=\"frame\">one</div>"))
        #expect(html.contains("<div class=\"frame\" hidden><p>two</p></div>"))
        #expect(html.contains("type=\"range\" min=\"0\" max=\"1\""))
        #expect(!html.contains("alert"))
    }

    @Test func headingsHaveNamesOfTheirOwn() {
        let html = NotebookPage.html(
            Notebook(cells: [
                NotebookCell(.markdown, source: "# A\n## B\n## B\n## C <script>x</script>")
            ]))
        #expect(html.contains("href=\"#B-2\""))
        #expect(html.contains("id=\"B-2\""))
        #expect(!html.contains("<script>x"))
    }

    @Test func notesStandAtTheirCells() {
        var options = PageOptions()
        options.notes = [
            0: [
                CellNote(
                    "differs <here>",
                    pictures: [.init(caption: "expected", type: "image/png", content: "AA==")])
            ]
        ]
        let html = contents([NotebookCell(.code, source: "x")], options: options)
        #expect(html.contains("differs &lt;here&gt;"))
        #expect(html.contains("<figcaption>expected</figcaption>"))
    }

    @Test func aTextInMarkdownHasItsPicturesBesideIt() {
        let text = NotebookText(
            Notebook(cells: [
                NotebookCell(.markdown, source: "# T"),
                cell(["image/svg+xml": "<svg/>", "text/plain": "a\u{1B}[31mb"]),
                NotebookCell(
                    .code, source: "```",
                    outputs: [CellOutput(.stream(name: "stdout", text: "o\n"))]),
            ]), folder: "n_files")
        #expect(
            text.text
                == "# T\n\n```swift\nx\n```\n\n![a\u{1B}[31mb](n_files/cell-2-1.svg)\n\n````swift\n```\n````\n\n```text\no\n```\n"
                .replacing("\u{1B}[31m", with: "\u{1B}31m"))
        #expect(text.files.map(\.name) == ["cell-2-1.svg"])
    }
}
