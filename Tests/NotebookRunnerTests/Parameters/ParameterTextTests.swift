import JSON
import NotebookRunner
import TestSupport
import Testing

@Suite struct ParameterTextTests {
    /// Parses parameters as a JSON object.
    private func read(_ text: String) throws -> JSONValue {
        let parameters = try ParameterText(text, source: "-y").parameters
        return .object(
            JSONObject(
                parameters.map { parameter in
                    guard case .data(let value) = parameter.value else { return ("", nil) }
                    return (parameter.name, value)
                }))
    }

    @Test func readsWhatPeopleWrite() throws {
        let value = try read(
            """
            ---
            # how fast
            rate: 1e-3   # per step
            steps: 1_000
            name: "say \\"hi\\" # no comment"
            quoted: 'it''s'
            plain: a b: c # comment
            url: http://example.org/#x
            on: yes
            none: ~
            empty:
            nan: .nan
            flow: [1, [2.5, x], {a: "b, c", d: null}]
            sizes:
            - 1
            - two
            -
              deep: true
            - - 3
              - 4
            - key: 1
              other: [ ]
            table:
              inner:
                x: 007
              "odd key": -1.5
            """)
        #expect(value["rate"] == 0.001)
        #expect(value["steps"] == 1000)
        #expect(value["name"] == "say \"hi\" # no comment")
        #expect(value["quoted"] == "it's")
        #expect(value["plain"] == "a b: c")
        #expect(value["url"] == "http://example.org/#x")
        #expect(value["on"] == true)
        #expect(value["none"] == .null)
        #expect(value["empty"] == .null)
        #expect(value["nan"]?.double?.isNaN == true)
        #expect(value["flow"] == [1, [2.5, "x"], ["a": "b, c", "d": nil]])
        #expect(
            value["sizes"] == [1, "two", ["deep": true], [3, 4], ["key": 1, "other": []]])
        #expect(value["table"] == ["inner": ["x": 7], "odd key": -1.5])
    }

    @Test func readsJSON() throws {
        let value = try read(#"{"a": [1, 2.50], "b": {"c": null}}"#)
        #expect(value.text() == #"{"a":[1,2.50],"b":{"c":null}}"#)
        #expect(try read("") == [:])
        #expect(try read("a: 1") == ["a": 1])
    }

    @Test(arguments: [
        ("a: 1\n  b: 2", "line 2 is not indented like the lines before it"),
        ("a: &x 1", "line 1 begins a value with &, which is not understood"),
        ("a: |\n  text", "line 1 begins a value with |, which is not understood"),
        ("a: [1", "line 1 has brackets that do not match"),
        ("a: 'x", "line 1 has a text whose quote is not closed"),
        ("a: 1\n\tb: 2", "line 2 is indented with a tab"),
        ("a: 1\na: 2", "line 2 sets a a second time"),
        ("a: 1\nb", "line 2 should be of the form \"name: value\""),
        ("- 1", "they should be a table such as \"rate: 0.1\", but are an array"),
        ("{\"a\": 1", "line 1 has brackets that do not match"),
    ])
    func saysWhatItDoesNotUnderstand(text: String, problem: String) {
        let error = #expect(throws: ParameterError.self) {
            try ParameterText(text, source: "p.yaml")
        }
        #expect(error?.description == "could not read the parameters of p.yaml: \(problem)")
    }

    @Test(arguments: 0..<20)
    func neverTraps(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "a", ":", " ", "\n", "- ", "[", "]", "{", "}", ",", "\"", "'", "#", "\\", "1", "  ",
            "é",
            "\t", "---", "\u{301}", "\r",
        ]
        for _ in 0..<300 {
            let count = Int.random(in: 0...20, using: &random)
            let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            _ = try? ParameterText(text, source: "x")
        }
        let deep = String(repeating: "- ", count: 5000) + "1"
        #expect(throws: ParameterError.self) { try ParameterText(deep, source: "x") }
    }
}
