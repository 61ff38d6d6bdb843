import CellProtocol
import CellSession
import Evaluation
import Testing

/// Tests of the session after cells that succeed, fail, are undone or are lost.
@Suite struct SessionTests {
    @Test func aCellThatSucceedsDeclaresItsNames() throws {
        var trial = TrialSession()
        try trial.run("let a = 1; func f() {}")
        #expect(trial.session.table.variables == ["a"])
        #expect(trial.session.number == 1)
        #expect(trial.session.history.map(\.number) == [1])
    }

    @Test func aStateThatIsGoneBackToKnowsItsNamesOnly() throws {
        var trial = TrialSession()
        try trial.run("let a = 1")
        try trial.run("let b = a")
        trial.session.rollBack(to: 1)
        #expect(trial.session.table.variables == ["a"])
        #expect(trial.session.history.count == 1)
        #expect(
            trial.session.hints.sentence(aboutMissing: "b", isAssigned: false)?
                .contains("cell 2, which declared 'b', was undone") == true)
        trial.session.rollBack(to: nil)
        #expect(trial.session.table.variables.isEmpty)
    }

    @Test func aLossNamesCellsAndVariables() throws {
        var trial = TrialSession()
        try trial.run("let a = 1")
        try trial.run("let b = 2; var c = 3")
        try trial.run("func f() {}")
        let loss = trial.session.lose(downTo: 1, because: .workerEnded)
        #expect(loss?.variables == ["b", "c"])
        #expect(loss?.cells.map(\.number) == [2, 3])
        #expect(trial.session.lostCells.map(\.number) == [2, 3])
        trial.session.noteRecovery()
        #expect(trial.session.lostCells.map(\.number) == [3])
        #expect(trial.session.lose(downTo: 1, because: .workerEnded) == nil)
    }

    @Test func stateOfWhichNobodyKnowsIsThatBeforeTheFirstCell() throws {
        var trial = TrialSession()
        try trial.run("let a = 1")
        _ = trial.session.lose(downTo: 99, because: .workerEnded)
        #expect(trial.session.history.isEmpty)
    }

    @Test(arguments: [
        ("let rate = 2", "note: 'train' (cell 2) still uses the earlier 'rate'; run it again"),
        ("func rate() {}", "note: 'train' (cell 2) still uses the earlier 'rate'; run it again"),
        ("let other = 2", nil),
    ]) func usersOfWhatIsReplacedAreNamed(code: String, note: String?) throws {
        var trial = TrialSession()
        try trial.run("let rate = 1")
        try trial.run("func train() -> Int { rate }")
        #expect(try trial.run(code).notes == (note.map { [$0] } ?? []))
    }

    @Test func usersInTheSameCellAndExtensionsAreNamedAsWell() throws {
        var trial = TrialSession()
        try trial.run("let rate = 1; func train() -> Int { rate }")
        #expect(
            try trial.run("let rate = 2").notes == [
                "note: 'train' (cell 1) still uses the earlier 'rate'; run it again"
            ])
        try trial.run("struct P {}")
        try trial.run("extension P { func m() {} }")
        #expect(
            try trial.run("struct P { var x = 1 }").notes == [
                "note: 'extension P' (cell 4) still uses the earlier 'P'; run it again"
            ])
    }

    @Test func aCellThatRunsAgainReplacesWhatItDeclared() throws {
        var trial = TrialSession()
        try trial.run("let a = 1; func old() {}", identity: "x")
        try trial.run("let a = 2", identity: "x")
        #expect(trial.session.table.entries.map(\.declaration.name) == ["a"])
    }

    @Test func threadsAreToldOfOnceUntilTheyHaveEnded() {
        var session = Session()
        #expect([2, 3, 1, 2].map { session.warnsOfThreads($0) } == [true, false, false, true])
    }
}
