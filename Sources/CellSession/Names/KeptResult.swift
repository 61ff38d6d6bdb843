/// The value that a cell ended in, as later cells can mention it.
package struct KeptResult: Sendable, Hashable {
    /// The number of the cell.
    package let cell: Int

    /// The type as source code can write it; nil, where it cannot be written outside of the cell.
    package let type: String?

    /// Describes a value.
    package init(cell: Int, type: String?) {
        self.cell = cell
        self.type = type
    }

    /// The modules of cells that the type comes from.
    var modules: [ModuleName] {
        (type ?? "").matches(of: /Cell_[0-9a-f]{32}/).map { ModuleName($0.output) }
    }
}
