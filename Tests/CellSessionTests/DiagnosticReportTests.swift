import CellProtocol
import CellSession
import Evaluation
import Testing

/// Tests of diagnostics as shown to the user.
@Suite struct DiagnosticReportTests {
    /// Returns the lines of a report of one diagnostic in a cell.
    private func report(
        _ code: String, after cells: [String] = [], identifier: String = "", _ message: String,
        line: Int = 1, column: Int = 1, severity: Diagnostic.Severity = .error
    ) throws -> [String] {
        var trial = TrialSession()
        for cell in cells { try trial.run(cell) }
        let plan = try trial.plan(code)
        let cell = Cell(code: code, number: cells.count + 1)
        let diagnostic = Diagnostic(
            severity: severity, identifier: identifier, message: message, file: plan.module.file,
            line: line, column: column)
        let report = DiagnosticReport(
            plan: plan, diagnostics: [diagnostic], names: trial.session.names(with: plan, of: cell),
            hints: trial.session.hints)
        let lines = severity == .error ? report.failure.traceback : report.warningLines
        return lines.map(\.withoutColors)
    }

    @Test func placesAreThoseOfThePersonsLine() throws {
        // The compiler sees '_showResult(' before the expression.
        #expect(
            try report("let a = 1; b", "cannot find 'b' in scope", column: 24).prefix(3) == [
                "error: cannot find 'b' in scope (cell 1, line 1)", "  1 | let a = 1; b",
                "    |            ^",
            ])
    }

    @Test(arguments: [
        ("rate + 1", "note: did you mean 'rates' of cell 1?"),
        ("x = 1", "note: to declare it, write"),
        ("hidden", "note: 'hidden' is private to cell 1"),
        ("Date()", "note: 'Date' is in Foundation; write 'import Foundation' first"),
    ]) func whatIsNotFoundComesWithAdvice(code: String, advice: String) throws {
        let name = String(code.prefix { $0.isLetter })
        let column = code == "x = 1" ? 1 : 13
        let lines = try report(
            code, after: ["let rates = [1]; private let hidden = 2"],
            identifier: "cannot_find_in_scope", "cannot find '\(name)' in scope", column: column)
        #expect(lines.contains { $0.hasPrefix(advice) }, "\(lines)")
    }

    @Test func warningsAboutHowCellsAreCompiledAreKept() throws {
        #expect(
            try report(
                "let a = 1", identifier: "extension_retroactive_conformance", "such a conformance",
                severity: .warning) == [])
    }

    @Test func namesOfModulesAreCells() throws {
        var trial = TrialSession()
        let module = try trial.run("struct P {}").plan.module
        let lines = try report(
            "let a = 1", "cannot convert '\(module).P' to '\(module).Q'")
        #expect(lines.first == "error: cannot convert 'P' to 'Q' (cell 1, line 1)")
    }

    @Test(arguments: [
        ("Box.hidden", 3), ("Box.init", 1), ("Box.Inner.init", 5), ("Pair.init", 8), ("loose", 9),
        ("Box.missing", 1), ("Other", nil),
    ]) func declarationsOfOtherCellsAreFoundByTheirNames(path: String, line: Int?) throws {
        let code = """
            struct Box {
                // hidden
                private var hidden = 1
                struct Inner {
                    init(a: Int) {}
                }
            }
            struct Pair { var a = 1 }
            private func loose() {}
            """
        let diagnostic = Diagnostic(
            severity: .note, message: "'x' declared here (Cell_0.\(path))")
        let note = try #require(DeclarationNote(of: diagnostic))
        #expect(note.text == "'x' declared here" && note.module == "Cell_0")
        #expect(note.line(in: code.split(separator: "\n")) == line)
    }

    @Test(arguments: [
        "candidate expects value of type 'Int' for parameter #1 (got 'Double')", "plain",
        "chosen (by default)", "overloads exist: (Int, Int)", "found (a.b c)",
    ]) func otherNotesHaveNoDeclaration(message: String) {
        #expect(DeclarationNote(of: Diagnostic(severity: .note, message: message)) == nil)
        #expect(
            DeclarationNote(of: Diagnostic(severity: .error, message: "a (Cell_0.b)")) == nil)
    }

    @Test func aNameThatNoCellDeclaresIsCalledThat() throws {
        let lines = try report(
            "zebra", identifier: "cannot_find_in_scope", "cannot find 'zebra' in scope", column: 13)
        #expect(
            lines.contains { $0.hasPrefix("note: no cell that has run so far declares 'zebra'") })
    }
}
