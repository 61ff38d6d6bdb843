import JSON
import NotebookDocument
import NotebookRunner
import TestSupport
import Testing

@Suite struct ParameterInjectionTests {
    /// A notebook with a cell of parameters between two others.
    private func notebook(declaring source: String) -> Notebook {
        Notebook(cells: [
            NotebookCell(.markdown, id: "title", source: "# Title"),
            NotebookCell(
                .code, id: "declared", source: source, metadata: ["tags": ["parameters"]]),
            NotebookCell(.code, id: "use", source: "train()"),
        ])
    }

    /// Sets parameters given as on the command line.
    private func inject(
        _ arguments: [String], into notebook: inout Notebook, language: String = "swift"
    ) throws -> [String] {
        let parameters = try arguments.map { try NotebookParameter(argument: $0) }
        return try ParameterInjection(parameters).apply(to: &notebook, language: language)
    }

    private static let declarations: [(String, String, String)] = [
        ("let rate = 0.1", "rate=0.01", "let rate = 0.01"),
        ("let rate = 0.1", "rate=1", "let rate = 1.0"),
        ("let rate = 0.1", "rate=1e-3", "let rate = 0.001"),
        ("var rate: Float = 0.1 // how fast", "rate=.5", "var rate: Float = 0.5"),
        ("let rate: Double = 1", "rate=2", "let rate: Double = 2.0"),
        ("let steps = 10", "steps=300", "let steps = 300"),
        ("let steps = 1_000 // many", "steps=2_000", "let steps = 2_000"),
        ("  let clips = true", "clips=False", "let clips = false"),
        (#"let name = "Elman""#, "name=12", #"let name = "12""#),
        (#"let name = "a // b""#, #"name=say "hi" \(x)"#, #"let name = "say \"hi\" \\(x)""#),
        ("let name: String = make()", "name=a\nb", #"let name: String = "a\nb""#),
        ("let kind: CellKind = .elman", "kind=.lstm", "let kind: CellKind = .lstm"),
        ("let sizes = [1, 2]", "sizes=[3, 4]", "let sizes = [3, 4]"),
        ("let x = 1\nlet x = 0.5", "x=2", "let x = 2.0"),
        // The largest value of every integer type.
        (
            "let n: UInt64 = 0", "n=18446744073709551615",
            "let n: UInt64 = 18446744073709551615"
        ),
        ("let n: Int8 = 0", "n=-128", "let n: Int8 = -128"),
        ("let n = UInt8(3)", "n=255", "let n: UInt8 = 255"),
        ("let n = 1", "n=007", "let n = 7"), ("let n = 1", "n=-0_1", "let n = -1"),
        ("let n = 1", "n=1_000", "let n = 1_000"), ("let n = 2 * 8", "n=5", "let n = 5"),
        // Non-finite numbers, and unusual spellings.
        ("let x = 0.5", "x=1e39", "let x = 1e+39"), ("let x = 0.5", "x=nan", "let x = Double.nan"),
        ("let x: Double = 1", "x=inf", "let x: Double = .infinity"),
        ("let x: Float = 1", "x=-Infinity", "let x: Float = -.infinity"),
        ("let x = 0.5", "x=007", "let x = 7.0"), ("let x = 0.5", "x=1_000.5", "let x = 1000.5"),
        ("let x = 1.0 / 3", "x=2", "let x = 2.0"), ("let x = Double.pi", "x=3", "let x = 3.0"),
        ("let x = Float(1)", "x=3", "let x: Float = 3.0"),
        // Expressions whose type is not that of their beginning keep the type of the value.
        ("let r = 1...3", "r=7", "let r = 7"), ("let r = 0.5 ... 2", "r=7", "let r = 7"),
        (#"let n = "abc".count"#, "n=7", "let n = 7"), ("let n = !a ? 1 : 2", "n=3", "let n = 3"),
        ("let n = true ? 1 : 2", "n=3", "let n = 3"),
        ("let n = String(3).count", "n=4", "let n = 4"),
        ("let b = Int.max == 3", "b=true", "let b = true"),
        ("let n = [0.5, 1].count", "n=2", "let n = 2"),
        ("let x = 2e3 * 2", "x=3", "let x = 3.0"), (#"let s = "a" + "b""#, "s=1", #"let s = "1""#),
        ("let x = Double.pi / 2", "x=3", "let x = 3.0"), ("let b = !a", "b=true", "let b = true"),
        // Optional values.
        ("let s: String? = nil", "s=a", #"let s: String? = "a""#),
        ("let s: String? = nil", "s=nil", "let s: String? = nil"),
        ("var n: Int? = 3", "n=None", "var n: Int? = nil"),
        ("var n: Optional<Int> = 3", "n=4", "var n: Optional<Int> = 4"),
        // Keywords, several variables on a line, and one on several lines.
        ("let `default` = 1", "default=2", "let `default` = 2"),
        ("let a = 1, b = \"x, y\"; var c = 0.5", "c=1", "var c = 1.0"),
        ("let a = 1, b = \"x, y\"; var c = 0.5", "b=1", #"let b = "1""#),
        ("let a = max(1, 2), b = [1, 2]", "b=[3]", "let b = [3]"),
        ("let a: [String: Int]\n  = [\"x\": 1], b = 2", "b=3", "let b = 3"),
        ("let sizes = [\n  1,  // one\n  2,\n]\nlet z = 1", "z=2", "let z = 2"),
        ("let x = 1\n    + 2\nlet y = 0.5", "y=2", "let y = 2.0"),
        ("let (a, b) = (1, 0.5)", "b=2", "let b = 2"),
        ("// let a = 0.5\n/* let a = \"\" */\nlet a = 1", "a=2", "let a = 2"),
        ("let a = \"\"\"\nlet b = 1\n\"\"\"; let c = 1", "c=2", "let c = 2"),
        // Lists and tables.
        ("let a = [1, 2]", "a=[]", "let a: [Int] = []"),
        ("let a: [Double] = []", "a=[1, nan]", "let a: [Double] = [1.0, Double.nan]"),
        ("let a: [Double] = []", "a=[]", "let a: [Double] = []"),
        ("let a = [\"x\"]", #"a=["y, z", 3]"#, #"let a = ["y, z", "3"]"#),
        ("let a = [1, 2.5]", "a=[3]", "let a: [Double] = [3.0]"),
        ("let a = [\"x\": 1]", "a=[\"y\": 2]", "let a: [String: Int] = [\"y\": 2]"),
        ("let a = [\"x\": 1]", "a={}", "let a: [String: Int] = [:]"),
        // Expressions of unknown type take the type that the value suggests.
        ("let a = make()", "a=2", "let a = 2"), ("let a = make()", "a=f()", #"let a = "f()""#),
        ("let kind = CellKind.elman", "kind=.lstm", "let kind = CellKind.lstm"),
        ("let kind = CellKind.elman", "kind=CellKind.gru", "let kind = CellKind.gru"),
    ]

    @Test(arguments: declarations)
    func keepsTheTypeThatTheNotebookDeclares(source: String, argument: String, line: String) throws
    {
        var notebook = notebook(declaring: source)
        _ = try inject([argument], into: &notebook)
        #expect(notebook.cells[2].source == "// Parameters\n\(line)")
    }

    @Test func addsATaggedCellWithAnIdAfterTheDeclaringOne() throws {
        var notebook = notebook(declaring: "let a = 1\nlet b = 2")
        let warnings = try inject(["a=3", "b=4", "a=5"], into: &notebook)
        #expect(warnings.isEmpty)
        #expect(notebook.cells.count == 4)
        #expect(notebook.cells[2].source == "// Parameters\nlet b = 4\nlet a = 5")
        #expect(notebook.cells[2].tags == ["injected-parameters"])
        #expect(notebook.cells[2].id?.count == 8)
    }

    @Test func replacesTheCellOfAnEarlierInjection() throws {
        var notebook = notebook(declaring: "let a = 1")
        _ = try inject(["a=3"], into: &notebook)
        let id = notebook.cells[2].id
        _ = try inject(["a=4"], into: &notebook)
        #expect(notebook.cells.count == 4)
        #expect(notebook.cells[2].source == "// Parameters\nlet a = 4")
        #expect(notebook.cells[2].id == id)
    }

    @Test func changesNothingWithoutParameters() throws {
        var notebook = notebook(declaring: "let a = 1")
        let before = notebook
        #expect(try inject([], into: &notebook, language: "cobol").isEmpty)
        #expect(notebook == before)
    }

    @Test func givesNoIdInDocumentsThatHaveNone() throws {
        var notebook = notebook(declaring: "let a = 1")
        notebook.minorVersion = 4
        _ = try inject(["a=3"], into: &notebook)
        #expect(notebook.cells[2].id == nil)
    }

    @Test func warnsWhereNoCellDeclaresParameters() throws {
        var notebook = Notebook(cells: [NotebookCell(.code, id: "x", source: "1")])
        #expect(
            try inject(["a=3"], into: &notebook) == [
                "no cell is tagged parameters, so the parameters stand at the top of the notebook, "
                    + "where later cells may replace them"
            ])
        #expect(notebook.cells[0].source == "// Parameters\nlet a = 3")
    }

    @Test func writesPythonForPythonNotebooks() throws {
        var notebook = notebook(declaring: "rate = 0.1")
        notebook.cells[1].source = """
            rate = 0.1; n: int = 2
            on, none = False, (1,
              "x = 3")
            s = big = ''
            if True:
                word = "a = b"  # c = d
            items = [1]
            nan = table = None
            """
        let arguments = [
            "rate=1e39", "n=007", "on=true", "none=None", "s=a\"\u{1}", "big=1_000", "word=5",
            "items=[1, x, -inf]", "nan=nan", #"table={"a": [], "b": true}"#,
        ]
        #expect(try inject(arguments, into: &notebook, language: "Python").isEmpty)
        #expect(
            notebook.cells[2].source == """
                # Parameters
                rate = 1e39
                n = 7
                on = True
                none = None
                s = "a\\"\\x01"
                big = "1_000"
                word = "5"
                items = [1, "x", float('-inf')]
                nan = float('nan')
                table = {"a": [], "b": True}
                """)
        for argument in ["c=1", "d=1", "class=1", "x=1"] {
            #expect(throws: ParameterError.self) {
                try inject([argument], into: &notebook, language: "Python")
            }
        }
    }

    private static let refusals: [(String, String, String)] = [
        ("let a = 1", "a", "could not read the parameter a: write it as name=value"),
        (
            "let a = 1", "a b=1",
            "could not set the parameter \"a b\": it is not the name of a variable"
        ),
        ("let a = 1", "=1", "could not set the parameter \"\": it is not the name of a variable"),
        (
            "let a = 1", "a=0.5",
            "could not set the parameter a to 0.5: the notebook declares it as an integer"
        ),
        (
            "let a: UInt8 = 1", "a=256",
            "could not set the parameter a to 256: the notebook declares it as an integer that fits "
                + "into UInt8"
        ),
        (
            "let a: Float = 1", "a=1e39",
            "could not set the parameter a to 1e39: the notebook declares it as a number that fits "
                + "into Float"
        ),
        (
            "let a = 0.5", "a=1e999",
            "could not set the parameter a to 1e999: the notebook declares it as a number"
        ),
        (
            "let learningRate = 0.5", "learnigRate=1",
            "could not set the parameter learnigRate: the cell tagged parameters does not declare "
                + "it; did you mean learningRate?"
        ),
        (
            "let kind = CellKind.elman", "kind=.lstm(exit(1))",
            "could not set the parameter kind to .lstm(exit(1)): the notebook declares it as "
                + "CellKind, of which a member can be set, such as .name"
        ),
        (
            "let a = true", "a=1",
            "could not set the parameter a to 1: the notebook declares it as true or false"
        ),
        (
            "let a = [1]", "a=",
            "could not set the parameter a to : the notebook declares it as an array, [Int]"
        ),
    ]

    @Test(arguments: refusals)
    func saysWhyAParameterCannotBeSet(source: String, argument: String, message: String) {
        var notebook = notebook(declaring: source)
        let error = #expect(throws: ParameterError.self) {
            try inject([argument], into: &notebook)
        }
        #expect(error?.description == message)
    }

    /// For any value, the cell that sets it declares that one name, and runs nothing else.
    @Test(arguments: 0..<10)
    func valuesAreNeverCode(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let defaults = [
            "1", "0.5", "true", "\"a\"", "[1]", "[\"a\"]", "make()", "CellKind.elman", "[\"k\": 1]",
        ]
        let pieces = [
            "1", ".", "e5", "\"", "\\(", ")", "exit(1)", "\n", ";", "[", "]", ",", "nan", "-", "_",
            "x", "'", "\\", "#", "//", "/*", "{", "}", ":", " ", "true", ".lstm", "\u{2028}", "`",
        ]
        for _ in 0..<200 {
            let count = Int.random(in: 0...5, using: &random)
            let value = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            let source = "let a = \(defaults.randomElement(using: &random) ?? "1")"
            for (language, source) in [
                ("swift", source), ("python", "a = 1"), ("python", "a = ''"),
            ] {
                var notebook = notebook(declaring: source)
                guard (try? inject(["a=\(value)"], into: &notebook, language: language)) != nil
                else {
                    continue
                }
                // Only literals follow the equals sign.
                let cell = notebook.cells[2].source
                let code = cell.split(separator: "=", maxSplits: 1).last ?? ""
                let outside = code.replacing(/"([^"\\]|\\.)*"/, with: "")
                    .replacing("float('", with: "").replacing("')", with: "")
                let words = outside.matches(of: /[A-Za-z_]\w*/).map { String($0.output) }
                let known: Set<String> = [
                    "nan", "inf", "infinity", "true", "false", "True", "False", "None", "Double",
                    "CellKind", "lstm", "x", "lstmx", "e5", "Int", "String", "nil",
                ]
                #expect(!outside.contains("("), "\(value): \(cell)")
                #expect(!cell.dropFirst(14).contains("\n"), "\(value): \(cell)")
                #expect(
                    words.allSatisfy { word in known.contains { word.hasPrefix($0) } },
                    "\(value): \(cell)")
            }
        }
    }

    @Test(arguments: [("cobol", "cobol"), ("", "no language that it names")])
    func saysWhichLanguageItCannotWrite(language: String, name: String) {
        var notebook = notebook(declaring: "")
        let error = #expect(throws: ParameterError.self) {
            try inject(["a=1"], into: &notebook, language: language)
        }
        #expect(
            error?.description == "could not set parameters: values can be written in Swift and "
                + "Python, and the notebook is in \(name)")
    }
}
