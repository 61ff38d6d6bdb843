package import CellProtocol

/// What became of the names that cells have declared and that cannot be used now.
package struct NameFates: Sendable {
    /// What can become of a name.
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

    /// Notes that what a cell declares cannot be used.
    package mutating func note(_ fate: Fate, of declarations: [Declaration], cell: Int) {
        for declaration in declarations where declaration.kind != .extension {
            fates[declaration.name] = (fate, cell)
        }
    }

    /// Notes what two states of a session differ by: what the later has and the earlier has not.
    package mutating func note(_ fate: Fate, of later: SessionTable, from earlier: SessionTable) {
        for entry in later.entries where earlier.entries(named: entry.declaration.name).isEmpty {
            let cell = later.modules[entry.module]?.cellNumber ?? 0
            note(fate, of: [entry.declaration], cell: cell)
        }
    }

    /// Notes that names can be used.
    package mutating func forget(_ declarations: [Declaration]) {
        for declaration in declarations { fates[declaration.name] = nil }
    }

    /// Returns what became of a name, in a sentence; nil, where no cell has declared it.
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
