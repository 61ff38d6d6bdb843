import JSON
import Testing

@Suite struct JSONWriterTests {
    @Test func writesNotebooksAsJupyterDoes() {
        let value: JSONValue = [
            "b": [], "B": [:], "a10": [1, ["x": 1.0]], "a9": "a/\u{7F}\u{2028}é\"\\\u{1}\n",
        ]
        #expect(
            value.text(style: .notebook) == """
                {
                 "B": {},
                 "a10": [
                  1,
                  {
                   "x": 1.0
                  }
                 ],
                 "a9": "a/\u{7F}\u{2028}é\\"\\\\\\u0001\\n",
                 "b": []
                }
                """)
    }

    @Test func sortsKeysByCodePointAndNotByCanonicalEquivalence() {
        let value: JSONValue = ["\u{FF5E}": 1, "\u{1F600}": 2, "e\u{301}": 3, "f": 4]
        #expect(value.text(style: .notebook).filter(\.isNumber) == "3412")
    }

    @Test func keepsKeysApartThatLookTheSame() throws {
        let text = "{\"\u{E9}\":1,\"e\u{301}\":2}"
        let value = try JSONValue(parsing: text)
        #expect(value.text() == text)
        #expect(value["e\u{301}"] == 2)
        var large = JSONObject((0..<20).map { ("key\($0)", 0) })
        large["\u{E9}"] = 1
        large["e\u{301}"] = 2
        #expect(large["\u{E9}"] == 1)
    }

    @Test(arguments: [
        (1e-05, "1e-05"), (1e16, "1e+16"), (1.25e17, "1.25e+17"), (1e22, "1e+22"),
        (-1.2e16, "-1.2e+16"), (123456789.0, "123456789.0"), (0.1, "0.1"), (0.0001, "0.0001"),
        (9007199254740993.0, "9007199254740992.0"), (1e15, "1000000000000000.0"),
        (9016073905549948, "9016073905549948.0"), (-9.0161e15, "-9016100000000000.0"),
        (Double.nan, "NaN"), (-Double.infinity, "-Infinity"),
    ])
    func spellsNumbersAsPythonDoes(number: Double, spelling: String) {
        #expect(JSONNumber(number).spelling == spelling)
    }
}
