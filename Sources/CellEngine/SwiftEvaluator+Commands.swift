internal import CellProtocol
internal import CellSession
internal import Display
internal import Evaluation
internal import Processes

extension SwiftEvaluator {
    /// Does what a command asks for; throws its failure.
    func perform(
        _ command: CellCommand, in cell: Cell, observer: any EvaluationObserver
    ) async throws {
        switch command {
        case .undo(let count): show(try await undo(count), observer, isSilent: cell.isSilent)
        case .history: show(await history(), observer, isSilent: cell.isSilent)
        case .rerun: try await rerun(cell, observer)
        case .set(nil, _): show(settingsText, observer, isSilent: cell.isSilent)
        case .set(let name?, let value): try change(name, to: value)
        case .help: show(CellCommand.overview, observer, isSilent: cell.isSilent)
        }
    }

    /// Shows text as a cell's output.
    private func show(_ text: String, _ observer: any EvaluationObserver, isSilent: Bool) {
        if !isSilent { observer.observe(.text(text + "\n", to: .standardOutput)) }
    }

    // MARK: Undo

    /// Goes back over cells, and returns what was undone.
    private func undo(_ count: Int) async throws(EvaluationFailure) -> String {
        let generations = await chain.generations
        let possible = generations.count - 1
        guard possible > 0 else {
            throw Self.commandFailure(
                CommandProblem("there is nothing to undo"))
        }
        guard count <= possible else {
            throw Self.commandFailure(
                CommandProblem(
                    "only \(possible) of the last cells can be undone; '%history' shows them, "
                        + "and '%set undo-count' keeps more from now on"))
        }
        let undone = generations.suffix(count).compactMap { session[$0] }
        let target = generations[possible - count]
        await chain.goBack(to: target)
        session.rollBack(to: target)
        let cells = undone.reversed().map { "cell \($0.cellNumber): \($0.title)" }
        return "went back over\n" + cells.map { "  \($0)" }.joined(separator: "\n")
    }

    /// Returns the cells that can be undone, the latest first.
    private func history() async -> String {
        let cells = await chain.generations.dropFirst().reversed().compactMap { session[$0] }
        guard !cells.isEmpty else { return "there is nothing to undo" }
        return cells.enumerated().map { index, state in
            let place = "before cell \(state.cellNumber): \(state.title)"
            let line = "%undo \(index + 1)  →  \(place)"
            return line.count > 80 ? line.prefix(79) + "…" : line
        }.joined(separator: "\n")
    }

    // MARK: Rerun

    /// Runs the cells again that were lost, in order.
    private func rerun(_ cell: Cell, _ observer: any EvaluationObserver) async throws {
        let lost = session.lostCells
        guard !lost.isEmpty else {
            throw Self.commandFailure(CommandProblem("no cells were lost"))
        }
        for var earlier in lost {
            earlier.allowsInput = cell.allowsInput
            earlier.isSilent = cell.isSilent
            try await run(earlier, observer: observer)
            session.noteRecovery()
        }
    }

    // MARK: Settings

    /// The settings, as a person reads them.
    private var settingsText: String {
        EngineSettings.Name.allCases.map { "\($0.rawValue)  \(settings.text(of: $0))" }
            .joined(separator: "\n")
    }

    /// Changes a setting.
    private func change(
        _ name: EngineSettings.Name, to value: String
    ) throws(EvaluationFailure) {
        guard settings.set(name, to: value) else {
            let problem = SettingError(name: name.rawValue, value: value)
            throw Self.commandFailure(CommandProblem("\(problem)"))
        }
    }

    /// The failure of a command.
    static func commandFailure(_ problem: CommandProblem) -> EvaluationFailure {
        EvaluationFailure(
            name: FailureName.commandFailure, message: problem.description,
            traceback: [ANSI.error("\(FailureName.commandFailure): ") + problem.description])
    }
}
