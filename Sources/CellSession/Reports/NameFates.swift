package import CellProtocol

/// The fates of names that were declared by cells and can no longer be used.
package struct NameFates: Sendable {
    /// The reason why a name cannot be used.
    package enum Fate: Sendable, Hashable {
        /// The cell that would have declared it failed.
        case failed
        /// The cell that declared it was undone.
        case undone
        /// The cell that declared it was lost with the process that had run it.
        case lost
    }

    /// The fate of each name, and the number of the cell that declared it.
    private var fates: [String: (fate: Fate, cell: Int)] = [:]

    /// Records that the declarations of a cell cannot be used.
    package mutating func note(_ fate: Fate, of declarations: [Declaration], cell: Int) {
        for declaration in declarations where declaration.kind != .extension {
            fates[declaration.name] = (fate, cell)
        }
    }

    /// Records the fate of the names that a later state of the session has and an earlier one has
    /// not.
    package mutating func note(_ fate: Fate, of later: SessionTable, from earlier: SessionTable) {
        for entry in later.entries where earlier.entries(named: entry.declaration.name).isEmpty {
            let cell = later.modules[entry.module]?.cellNumber ?? 0
            note(fate, of: [entry.declaration], cell: cell)
        }
    }

    /// Records that names can be used.
    package mutating func forget(_ declarations: [Declaration]) {
        for declaration in declarations { fates[declaration.name] = nil }
    }

    /// Returns a sentence on the fate of a name, or `nil` if no cell has declared it.
    package func sentence(about name: String) -> String? {
        guard let (fate, cell) = fates[name] else { return nil }
        switch fate {
        case .failed:
            return "cell \(cell), which declares '\(name)', failed; run it again when it is mended"
        case .undone:
            return "cell \(cell), which declared '\(name)', was undone; run it again"
        case .lost:
            return "cell \(cell), which declared '\(name)', was lost; '%rerun' runs it again"
        }
    }
}
