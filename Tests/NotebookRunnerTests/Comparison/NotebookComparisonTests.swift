import JSON
import NotebookDocument
import NotebookRunner
import Testing

@Suite struct NotebookComparisonTests {
    /// Compares the outputs of a notebook's second cell; the first is Markdown.
    private func findings(
        _ expected: [CellOutput], _ found: [CellOutput], metadata: JSONObject = [:],
        cellMetadata: JSONObject = [:]
    ) -> [String] {
        func notebook(_ outputs: [CellOutput]) -> Notebook {
            let cell = NotebookCell(
                .code, id: "c", source: "", metadata: cellMetadata, outputs: outputs)
            return Notebook(
                cells: [NotebookCell(.markdown, id: "m", source: ""), cell], metadata: metadata)
        }
        let comparison = NotebookComparison()
        return comparison.mismatches(
            expected: notebook(expected), found: notebook(found), cells: [1]
        ).map(\.description)
    }

    /// Returns text on a stream.
    private func stream(_ text: String, _ name: String = "stdout") -> CellOutput {
        CellOutput(.stream(name: name, text: text))
    }

    /// Returns a display.
    private func display(_ forms: JSONObject, metadata: JSONObject = [:]) -> CellOutput {
        CellOutput(.display(DisplayedData(forms: forms, metadata: metadata)))
    }

    private static let sameTexts: [(String, String)] = [
        ("loss 0.36145460362760234", "loss 0.36145460362760245"),
        ("[1.0, -2.5e-08]", "[1.0000000000001, -2.5000000000001e-08]"), ("3 - 2.0", "3 - 2.0"),
        ("-1.0062069228066077", "-1.0062069228066079"), ("nan inf 1e400", "nan inf 1e400"),
    ]

    @Test(arguments: sameTexts)
    func acceptsNumbersThatDifferInTheirLastDigits(expected: String, found: String) {
        #expect(findings([stream(expected)], [stream(found)]).isEmpty)
    }

    private static let otherTexts: [(String, String, String)] = [
        (
            "a\nloss 0.5 and 0.25\n", "a\nloss 0.5 and 0.2501\n",
            "line 2, number 2: expected 0.25, found 0.2501; they differ by 0.0001, "
                + "and 2.5e-10 is allowed"
        ),
        (
            "1000000000000", "1000000000001",
            "line 1, number 1: expected 1000000000000, found 1000000000001; they differ by 1, "
                + "and 0 is allowed"
        ),
        ("-3", "3", "line 1, number 1: expected -3, found 3; they differ by 6, and 0 is allowed"),
        ("x = 1", "y = 1", "line 1: expected \"x = 1\", found \"y = 1\""),
        ("caf\u{E9}", "cafe\u{301}", "line 1: expected \"caf\u{E9}\", found \"cafe\u{301}\""),
        ("a\tb", "a b", "line 1: expected \"a\\tb\", found \"a b\""),
        ("a\nb\n", "a\n", "line 2: expected \"b\", found \"\""),
        ("a\nb", "a", "expected 2 lines, found 1; missing is \"b\""),
        ("a", "a\nb", "expected 1 line, found 2; added is \"b\""),
        ("1e400", "1e401", "line 1: expected \"1e400\", found \"1e401\""),
    ]

    @Test(arguments: otherTexts)
    func saysWhichLineOrNumberDiffers(expected: String, found: String, difference: String) {
        #expect(
            findings([stream(expected)], [stream(found)]) == [
                "cell 2, output 1 (stdout): \(difference)"
            ])
    }

    @Test func comparesStreamsByWhatIsLeftOfThem() {
        #expect(
            findings(
                [stream("10%\r"), stream("100%\n")],
                [stream("warned\n", "stderr"), stream("5%\r100%\n")]
            ) == ["cell 2, stderr: line 1: expected \"\", found \"warned\""])
        #expect(
            findings(
                [stream("a", "stderr"), stream("1"), stream("b", "stderr"), stream("2")],
                [stream("12"), stream("ab", "stderr")]
            ).isEmpty)
    }

    @Test func comparesEveryForm() {
        let expected = display(
            ["text/plain": "0.5", "image/svg+xml": "<svg width=\"10.0\"/>", "image/png": "AAAA\n"])
        let close = display(
            [
                "image/png": "AAAA", "text/plain": "0.50000000000001",
                "image/svg+xml": "<svg width=\"10.0\"/>",
            ])
        #expect(findings([expected], [close]).isEmpty)
        let other = display(
            [
                "text/plain": "0.5", "image/svg+xml": "<svg width=\"11.0\"/>",
                "image/png": "AAAAAA==",
            ])
        #expect(
            findings([expected], [other]) == [
                "cell 2, output 1 (image/png): expected 3 bytes, found 4",
                "cell 2, output 1 (image/svg+xml): svg, width: expected 10.0, found 11.0",
            ])
        #expect(
            findings([expected], [display(["text/plain": "0.5", "text/html": ""])]) == [
                "cell 2, output 1: missing image/png, image/svg+xml; added text/html"
            ])
    }

    @Test func comparesJSONByItsStructure() {
        let expected = display(
            ["application/json": ["loss": [1.5, 2], "name": "a", "n": 3]], metadata: ["width": 1])
        let close = display(
            ["application/json": ["n": 3, "name": "a", "loss": [1.5000000000001, 2.0]]],
            metadata: ["width": 1])
        #expect(
            findings([expected], [close]) == [
                "cell 2, output 1 (application/json): loss.1: expected 2, found 2.0"
            ])
        let other = display(["application/json": ["loss": [1.5, 2], "name": "b"]])
        #expect(
            findings([expected], [other]) == [
                "cell 2, output 1 (application/json): name: expected \"a\", found \"b\"",
                "cell 2, output 1 (metadata): width: expected 1, found nothing",
            ])
    }

    @Test func saysWhatIsMissingAndWhatIsNew() {
        let result = CellOutput(
            .result(DisplayedData(forms: ["text/plain": "1"]), executionCount: 3))
        #expect(
            findings([stream("a"), result], [stream("a")]) == [
                "cell 2, output 2: missing: a result of text/plain"
            ])
        #expect(
            findings([], [stream("a\n")]) == [
                "cell 2, output 1: not expected: the text \"a\\n\" on stdout"
            ])
        #expect(
            findings([result], [display(["text/plain": "1"])]) == [
                "cell 2, output 1: expected a result of text/plain, found a display of text/plain"
            ])
    }

    @Test func comparesErrorsWithoutTheirColours() {
        let expected = CellOutput(
            .error(name: "E", value: "v", traceback: ["\u{1B}[31mred\u{1B}[0m"]))
        let plain = CellOutput(.error(name: "E", value: "v", traceback: ["red"]))
        #expect(findings([expected], [plain]).isEmpty)
        let other = CellOutput(.error(name: "E", value: "w", traceback: ["red"]))
        #expect(
            findings([expected], [other]) == [
                "cell 2, output 1 (error): line 1: expected \"v\", found \"w\""
            ])
    }

    @Test func takesRulesFromNotebookAndCell() {
        let expected = [display(["text/plain": "1.0", "image/png": "AA=="])]
        let found = [display(["text/plain": "1.001", "image/png": "BB=="])]
        func rules(_ compare: JSONValue) -> JSONObject { ["unroll": ["compare": compare]] }
        #expect(findings(expected, found).count == 2)
        #expect(
            findings(
                expected, found, metadata: rules(["relative": 0.01]),
                cellMetadata: rules(["ignore_types": ["image/png"]])
            ).isEmpty)
        #expect(findings(expected, found, metadata: rules(["absolute": 0.01])).count == 1)
        #expect(findings(expected, [], cellMetadata: rules(["ignore": true])).isEmpty)
        #expect(findings(expected, [], cellMetadata: ["tags": ["nbval-ignore-output"]]).isEmpty)
    }
}
