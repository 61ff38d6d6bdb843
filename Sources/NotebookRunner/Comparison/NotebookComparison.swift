public import NotebookDocument

/// A comparison of a notebook's outputs with those of a new run.
public struct NotebookComparison: Sendable {
    /// The permitted differences, before overrides by the notebook and its cells.
    public let rules: ComparisonRules

    /// The compared cells, by numbers, IDs or tags, or `nil` for all.
    private let only: Set<String>?

    /// Creates a comparison.
    ///
    /// - Parameter only: the compared cells, by their numbers starting at one, IDs or tags, or
    ///   `nil` for all.
    public init(rules: ComparisonRules = ComparisonRules(), only: Set<String>? = nil) {
        self.rules = rules
        self.only = only
    }

    /// Returns whether a cell is compared.
    private func includes(_ cell: NotebookCell, at index: Int) -> Bool {
        guard let only else { return true }
        return only.contains(String(index + 1)) || cell.id.map(only.contains) == true
            || !only.isDisjoint(with: cell.tags)
    }

    /// Returns the differences, in the order of the cells.
    ///
    /// - Parameters:
    ///   - expected: the notebook as it was stored.
    ///   - found: the same notebook after a run.
    ///   - cells: the indices of the cells to compare.
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
                    difference: finding.difference, pictures: finding.pictures)
            }
        }
    }
}
