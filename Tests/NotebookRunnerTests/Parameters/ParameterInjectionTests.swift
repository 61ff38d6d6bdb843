import JSON
import NotebookDocument
import NotebookRunner
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
        ("let a = 1", "b=2=3", #"let b = "2=3""#), ("let a = 1", "b=0.5", "let b = 0.5"),
        ("let a = 1", "b=true", "let b = true"),
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

    @Test func warnsOfParametersThatNobodyDeclares() throws {
        var notebook = notebook(declaring: "let a = 1")
        #expect(
            try inject(["a=3", "c=4"], into: &notebook) == [
                "the cell tagged parameters does not declare c"
            ])
        notebook = Notebook(cells: [NotebookCell(.code, id: "x", source: "1")])
        #expect(
            try inject(["a=3"], into: &notebook) == [
                "no cell is tagged parameters, so the parameters stand at the top of the notebook, "
                    + "where later cells may replace them"
            ])
        #expect(notebook.cells[0].source == "// Parameters\nlet a = 3")
    }

    @Test func writesPythonForPythonNotebooks() throws {
        var notebook = notebook(declaring: "rate = 0.1")
        let arguments = ["rate=0.5", "n=3", "on=true", "none=None", "s=a\"\u{1}", "big=1e999"]
        #expect(try inject(arguments, into: &notebook, language: "Python").isEmpty)
        #expect(
            notebook.cells[2].source == """
                # Parameters
                rate = 0.5
                n = 3
                on = True
                none = None
                s = "a\\"\\x01"
                big = "1e999"
                """)
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
            "let a = 0.5", "a=nan",
            "could not set the parameter a to nan: the notebook declares it as a number"
        ),
        (
            "let a = true", "a=1",
            "could not set the parameter a to 1: the notebook declares it as true or false"
        ),
        (
            "let a = [1]", "a=",
            "could not set the parameter a to : the notebook declares it as an expression"
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
