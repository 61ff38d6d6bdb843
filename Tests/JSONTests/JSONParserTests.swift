import JSON
import Testing

@Suite struct JSONParserTests {
    private static let readings: [(String, JSONValue)] = [
        ("null", nil), (" true ", true), ("-12", -12), (#""a\u00e9\n""#, "aé\n"),
        ("[1, [2], []]", [1, [2], []]), (#""\ud83d\ude00""#, "😀"), ("\u{FEFF}1", 1),
        (#"{"a": {"b": null}, "c": []}"#, ["a": ["b": nil], "c": []]),
    ]

    @Test(arguments: readings)
    func readsEveryKindOfValue(text: String, value: JSONValue) throws {
        #expect(try JSONValue(parsing: text) == value)
    }

    @Test(arguments: ["1.0", "1e-05", "-0", "123456789012345678901234567890", "NaN", "-Infinity"])
    func keepsTheSpellingOfNumbers(spelling: String) throws {
        #expect(try JSONValue(parsing: "[\(spelling)]").text() == "[\(spelling)]")
    }

    @Test func keepsTheOrderOfKeysAndTheLastOfEqualOnes() throws {
        let value = try JSONValue(parsing: #"{"z": 1, "a": 2, "z": 3}"#)
        #expect(value.text() == #"{"z":3,"a":2}"#)
    }

    @Test func findsKeysInLargeObjects() throws {
        let entries = (0..<100).map { "\"key\($0)\": \($0)" }.joined(separator: ",")
        var value = try JSONValue(parsing: "{\(entries)}")
        #expect(value["key73"] == 73)
        value["key73"] = nil
        #expect(value["key73"] == nil)
        #expect(value["key99"] == 99)
    }

    @Test(arguments: [
        ("", 1, 1, "the text ends where a value should be"),
        ("[1,\n 2,]", 2, 4, "expected a value"),
        ("{\"a\" 1}", 1, 6, "expected a colon after the key"),
        ("\"a\u{1}\"", 1, 3, "a string holds a control character that is not escaped"),
        ("\"abc", 1, 5, "a string is not closed"),
        ("01", 1, 2, "there is more text after the value"),
        (#""\ud800""#, 1, 8, "half a surrogate pair is missing"),
        ("tru", 1, 1, "expected a value"),
        ("1.", 1, 3, "expected a digit after the decimal point"),
    ])
    func namesThePlaceAndTheProblem(text: String, line: Int, column: Int, problem: String) {
        let error = #expect(throws: JSONParsingError.self) { try JSONValue(parsing: text) }
        #expect(error?.description == "not JSON at line \(line), column \(column): \(problem)")
    }

    @Test func refusesTextThatIsNotUTF8() {
        let error = #expect(throws: JSONParsingError.self) {
            try JSONValue(parsing: [0x22, 0xFF, 0x22])
        }
        #expect(error?.problem == "the text is not UTF-8")
    }

    @Test func refusesValuesNestedTooDeeply() {
        let text = String(repeating: "[", count: 100_000)
        #expect(throws: JSONParsingError.self) { try JSONValue(parsing: text) }
    }
}
