internal import CellProtocol
internal import CellSession
public import Display
public import Evaluation
internal import JSON

/// The latest look at the session between two cells.
struct SessionLook: Sendable {
    /// The work that is in progress, or the last that was.
    var task: Task<Void, Never>?

    /// The variables of the session, as of the last time they were requested.
    var variables: [Variable] = []
}

extension SwiftEvaluator {
    /// Returns the variables of the session; see `Evaluator`.
    public func variables() async -> [Variable] {
        guard lookahead.current == nil else { return look.variables }
        return await looking { evaluator in
            let found = await evaluator.variableValues()
            evaluator.look.variables = found
            return found
        }
    }

    /// Returns the value of a variable; see `Evaluator`.
    public func value(ofVariable name: String) async -> MIMEBundle? {
        guard lookahead.current == nil, session.table.variables.contains(name) else { return nil }
        return await looking { await $0.look("display(`\(name)`)") }
    }

    /// Performs work between cells: a cell that arrives meanwhile waits.
    private func looking<Found: Sendable>(
        _ work: @escaping @Sendable (isolated SwiftEvaluator) async -> Found
    ) async -> Found {
        let earlier = look.task
        let task = Task {
            await earlier?.value
            return await work(self)
        }
        look.task = Task { _ = await task.value }
        return await task.value
    }

    /// Returns the variables of the session with their values, in the order of their cells.
    ///
    /// Their descriptions are computed in a copy of the session's process, which is then discarded,
    /// so they cannot change the session.
    func variableValues() async -> [Variable] {
        let names = session.table.entries.map(\.declaration).filter(\.kind.isVariable).map(\.name)
        guard !names.isEmpty else { return [] }
        let list = names.map { "(\"\($0)\", `\($0)` as Any)" }.joined(separator: ", ")
        return Variable.all(in: await look("display(VariableList([\(list)]))"))
    }

    /// Runs code in a copy of the session's process that is then discarded; returns its last
    /// display.
    func look(_ code: String) async -> MIMEBundle? {
        let cell = Cell(code: "import Glibc\n\(code)\nexit(0)", number: 0)
        guard let analysis = try? await cells.analysis(of: cell.code, in: settings.languageMode),
            let (plan, result) = try? await compile(cell, analysis, in: session.table),
            let object = result.object
        else { return nil }
        let run = CellRun(
            object: object, entryPoint: plan.module.entryPoint,
            libraries: plan.packages.map(\.library) + result.libraries,
            memoryLimit: settings.cellMemory, showsResult: false, shownLength: settings.shownLength)
        let collector = DisplayCollector()
        let output = OutputRelay(for: cell, observer: collector, names: session.names)
        _ = try? await chain.run(run, after: session.number, observer: output)
        return collector.bundle
    }
}

extension Variable {
    /// Decodes the list of variables that a session's process has sent.
    fileprivate static func all(in bundle: MIMEBundle?) -> [Variable] {
        guard case .json(let text)? = bundle?[.json], let list = try? JSONValue(parsing: text)
        else { return [] }
        return (list.array ?? []).compactMap { item in
            guard let name = item["name"]?.string else { return nil }
            return Variable(
                name: name, type: item["type"]?.string ?? "", value: item["value"]?.string ?? "",
                shape: item["shape"]?.string ?? "")
        }
    }
}
