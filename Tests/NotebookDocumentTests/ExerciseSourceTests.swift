import JSON
import NotebookDocument
import Testing

@Suite struct ExerciseSourceTests {
    /// Makes a notebook in Swift of some cells.
    private func notebook(_ cells: [NotebookCell], language: String = "swift") -> Notebook {
        Notebook(
            cells: cells,
            metadata: ["kernelspec": ["name": "any", "language": .string(language)]])
    }

    /// Makes a cell that students fill in.
    private func solution(
        _ source: String, kind: CellKind = .code, name: String = "a"
    ) -> NotebookCell {
        NotebookCell(
            kind, source: source,
            metadata: ["nbgrader": ["solution": true, "grade_id": .string(name)]])
    }

    @Test func putsAStubInPlaceOfEachRegion() throws {
        let source = """
            func f() throws -> Int {
                // BEGIN SOLUTION
                let a = 1
                return a
                // END SOLUTION
            }
            func g() throws -> Int {
              // BEGIN SOLUTION
              2
              // END SOLUTION
            }
            """
        let exercise = try ExerciseSource(notebook([solution(source)]))
        #expect(
            exercise.studentVersion().cells[0].source == """
                func f() throws -> Int {
                    // YOUR CODE HERE
                    throw NotWrittenYet()
                }
                func g() throws -> Int {
                  // YOUR CODE HERE
                  throw NotWrittenYet()
                }
                """)
        #expect(
            exercise.solutionVersion.cells[0].source == """
                func f() throws -> Int {
                    let a = 1
                    return a
                }
                func g() throws -> Int {
                  2
                }
                """)
    }

    @Test(arguments: [
        ("swift", "// YOUR CODE HERE\nthrow NotWrittenYet()"),
        ("Python", "# YOUR CODE HERE\nraise NotImplementedError()"),
        ("R", "# YOUR CODE HERE\nfail()"), ("java", "// YOUR CODE HERE"),
    ])
    func emptiesWholeCellsInTheirLanguage(language: String, stub: String) throws {
        let cells = [solution("answer = 42"), solution("Because.", kind: .markdown, name: "b")]
        let exercise = try ExerciseSource(notebook(cells, language: language))
        #expect(exercise.studentVersion().cells.map(\.source) == [stub, "YOUR ANSWER HERE"])
        let own = exercise.studentVersion(stub: ExerciseStub(code: "…", text: "?"))
        #expect(own.cells.map(\.source) == ["…", "?"])
        #expect(exercise.solutionVersion.cells.map(\.source) == ["answer = 42", "Because."])
    }

    @Test func leavesOutWhatIsForTeachers() throws {
        let cells = [
            NotebookCell(.code, source: "1"),
            NotebookCell(.markdown, source: "Note", metadata: ["tags": ["solution"]]),
            NotebookCell(.code, source: "2\n// BEGIN HIDDEN TESTS\n3\n// END HIDDEN TESTS\n4"),
            NotebookCell(
                .markdown, source: "T\n=== BEGIN MARK SCHEME ===\nm\n=== END MARK SCHEME ==="),
        ]
        let exercise = try ExerciseSource(notebook(cells))
        #expect(exercise.studentVersion().cells.map(\.source) == ["1", "2\n4", "T"])
        #expect(exercise.solutionVersion.cells.map(\.source) == ["1", "Note", "2\n3\n4", "T\nm"])
    }

    @Test func leavesNoOutputs() throws {
        var cell = solution("print(42)")
        cell.outputs = [CellOutput(.stream(name: "stdout", text: "42\n"))]
        cell.executionCount = 3
        let exercise = try ExerciseSource(notebook([cell]))
        for version in [exercise.studentVersion(), exercise.solutionVersion] {
            #expect(version.cells[0].outputs.isEmpty && version.cells[0].executionCount == nil)
            #expect(version.cells[0].metadata == cell.metadata)
        }
    }

    @Test(arguments: [
        ("// BEGIN SOLUTION\n1", "cell 1: there is no END SOLUTION after BEGIN SOLUTION"),
        ("1\n// END SOLUTION", "cell 1: there is no BEGIN SOLUTION before END SOLUTION"),
        (
            "// BEGIN SOLUTION\n// BEGIN SOLUTION\n// END SOLUTION",
            "cell 1: BEGIN SOLUTION stands inside of BEGIN SOLUTION"
        ),
        (
            "// BEGIN SOLUTION\n// END HIDDEN TESTS\n// END SOLUTION",
            "cell 1: there is no BEGIN HIDDEN TESTS before END HIDDEN TESTS"
        ),
    ])
    func saysWhichMarksDoNotFit(source: String, message: String) throws {
        let error = #expect(throws: ExerciseError.self) {
            try ExerciseSource(notebook([solution(source)]))
        }
        #expect(error?.description == message)
    }

    @Test func saysWhereASolutionWouldBeLost() throws {
        let plain = NotebookCell(.code, source: "// BEGIN SOLUTION\n1\n// END SOLUTION")
        let error = #expect(throws: ExerciseError.self) { try ExerciseSource(notebook([plain])) }
        #expect(
            error?.description.contains("nbgrader.solution in the metadata is not true") == true)
        let twins = [solution("1"), solution("2")]
        let other = #expect(throws: ExerciseError.self) { try ExerciseSource(notebook(twins)) }
        #expect(other?.description == "cell 2: an earlier cell has the grade_id a")
    }

    /// No line of a solution is left for students, whatever stands around it.
    @Test(arguments: 0..<200)
    func noLineOfASolutionIsLeft(seed: Int) throws {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func draw(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        var (source, kept, secrets): ([String], [String], [String]) = ([], [], [])
        for number in 0..<(3 + draw(8)) {
            let indentation = String(repeating: " ", count: draw(9))
            let lines = (0..<draw(4)).map { "\(indentation)line \(number) \($0)" }
            if draw(2) == 0 {
                let mark = ["//", "###", "/*"][draw(3)]
                source.append("\(indentation)\(mark) BEGIN SOLUTION")
                source += lines
                source.append("\(indentation)\(mark) END SOLUTION")
                secrets += lines
                kept += ["\(indentation)// YOUR CODE HERE", "\(indentation)throw NotWrittenYet()"]
            } else {
                source += lines
                kept += lines
            }
        }
        guard source.contains(where: { $0.contains("BEGIN") }) else { return }
        let exercise = try ExerciseSource(
            notebook([solution(source.joined(separator: "\n"))]))
        let student = exercise.studentVersion().cells[0].source
        #expect(student == kept.joined(separator: "\n"))
        for secret in secrets { #expect(!student.contains(secret)) }
        #expect(!exercise.solutionVersion.cells[0].source.contains("SOLUTION"))
    }
}
