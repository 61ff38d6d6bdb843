public import NotebookDocument

/// Compares the outputs that a notebook holds with those of a new run of the same cells.
public struct NotebookComparison: Sendable {
    /// What may differ, before the notebook and its cells have had their say.
    public let rules: ComparisonRules

    /// Takes rules.
    public init(rules: ComparisonRules = ComparisonRules()) {
        self.rules = rules
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
            let comparison = OutputComparison(rules: rules.overridden(by: cell.metadata))
            return comparison.findings(cell.outputs, found.cells[index].outputs).map { finding in
                OutputMismatch(
                    cell: index, cellID: cell.id, place: finding.place,
                    difference: finding.difference)
            }
        }
    }
}
