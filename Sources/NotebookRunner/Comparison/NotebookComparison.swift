public import NotebookDocument

/// Compares the outputs that a notebook holds with those of a new run of the same cells.
public struct NotebookComparison: Sendable {
    /// What may differ, before the notebook and its cells have had their say.
    public let rules: ComparisonRules

    /// The cells that are compared, by their numbers, ids or tags; all, where this is nil.
    private let only: Set<String>?

    /// Takes rules.
    ///
    /// - Parameter only: the cells that are compared, by their numbers from one on, ids or tags; all,
    ///   where this is nil.
    public init(rules: ComparisonRules = ComparisonRules(), only: Set<String>? = nil) {
        self.rules = rules
        self.only = only
    }

    /// Whether a cell is compared.
    private func includes(_ cell: NotebookCell, at index: Int) -> Bool {
        guard let only else { return true }
        return only.contains(String(index + 1)) || cell.id.map(only.contains) == true
            || !only.isDisjoint(with: cell.tags)
    }

    /// Returns what differs, in the order of the cells.
    ///
    /// - Parameters:
    ///   - expected: the notebook as it was stored.
    ///   - found: the same notebook after a run.
    ///   - cells: the cells that are to be compared, as positions among all.
    public func mismatches(
        expected: Notebook, found: Notebook, cells: some Sequence<Int>
    ) -> [OutputMismatch] {
        let rules = rules.overridden(by: expected.metadata)
        return cells.flatMap { index in
            let cell = expected.cells[index]
            guard includes(cell, at: index) else { return [OutputMismatch]() }
            var rules = rules.overridden(by: cell.metadata)
            rules.ignoresOutputs = CellMarks(of: cell).ignoresOutput ?? rules.ignoresOutputs
            let comparison = OutputComparison(rules: rules)
            return comparison.findings(cell.outputs, found.cells[index].outputs).map { finding in
                OutputMismatch(
                    cell: index, cellID: cell.id, place: finding.place,
                    difference: finding.difference)
            }
        }
    }
}
