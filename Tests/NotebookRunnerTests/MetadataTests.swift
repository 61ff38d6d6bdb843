import JSON
import NotebookDocument
import NotebookRunner
import Testing

@Suite struct MetadataTests {
    /// Returns the problem of settings in the metadata of a notebook's second cell or its own.
    private func problem(_ settings: JSONValue, inCell: Bool = false) -> String? {
        let cells = [
            NotebookCell(.markdown, source: ""),
            NotebookCell(.code, source: "", metadata: inCell ? ["unroll": settings] : [:]),
        ]
        let notebook = Notebook(cells: cells, metadata: inCell ? [:] : ["unroll": settings])
        do {
            try notebook.checkSettings()
            return nil
        } catch {
            return "\(error)"
        }
    }

    @Test func acceptsEverySetting() {
        #expect(
            problem([
                "compare": [
                    "relative": 1e-6, "absolute": 0, "zero": 0.5, "integers": true, "ignore": false,
                    "ignore_types": ["image/png"],
                ]
            ]) == nil)
        #expect(problem([:], inCell: true) == nil)
    }

    private static let mistakes: [(JSONValue, String)] = [
        (
            ["compare": ["relativ": 1]],
            "could not use unroll.compare.relativ in the notebook's metadata: there is no such "
                + "setting; did you mean relative?"
        ),
        (
            ["compare": ["relative": "1e-6"]],
            "could not use unroll.compare.relative in the notebook's metadata: it should be a "
                + "number from zero on, but is \"1e-6\""
        ),
        (
            ["compare": ["ignore_types": ["image/png", 3]]],
            "could not use unroll.compare.ignore_types.1 in the notebook's metadata: it should be "
                + "a text, but is 3"
        ),
        (
            ["frobnicate": 1],
            "could not use unroll.frobnicate in the notebook's metadata: there is no such setting; "
                + "known are compare, data, run"
        ),
        (
            [1],
            "could not use unroll in the notebook's metadata: it should be an object, but is [1]"
        ),
    ]

    @Test(arguments: mistakes)
    func saysWhichSettingIsWrong(settings: JSONValue, message: String) {
        #expect(problem(settings) == message)
    }

    @Test(arguments: ["relative", "absolute", "zero"])
    func refusesTolerancesThatAreNone(key: String) {
        let values: [JSONValue] = [-1, "a", nil, true, [], [:]]
        for value in values {
            #expect(
                problem(["compare": .object(JSONObject([(key, value)]))], inCell: true)?
                    .hasPrefix("could not use unroll.compare.\(key) in the metadata of cell 2: ")
                    == true)
        }
    }
}
