internal import CellProtocol

/// The variables of cells that the loaded code can reach: a function, a closure or a pointer may
/// outlive the name of a variable that it was compiled with.
struct VariableCaptures: Sendable {
    /// Indicates whether a cell declares an `@autoclosure` parameter, so that any argument may be a
    /// closure that is kept.
    private(set) var mayMissClosures = false

    /// The users of each variable.
    private var users: [ImportedName: [String]] = [:]

    /// Records the variables that a cell can still reach after it has ended.
    mutating func note(
        _ analysis: CellAnalysis, of module: ModuleName, imports: [ImportedName], cell: String
    ) {
        if analysis.hasAutoclosures { mayMissClosures = true }
        let own = Set(analysis.declarations.map(\.name))
        for name in analysis.capturedNames {
            let names = analysis.declarations
                .filter { $0.uses.contains(name) && !$0.kind.isVariable }
                .map { "'\($0.name)' (\(cell))" }
            var variables = imports.filter { $0.name == name }
            if own.contains(name) { variables.append(ImportedName(name: name, module: module)) }
            for variable in variables {
                users[variable, default: []] += names.isEmpty ? [cell] : names
            }
        }
    }

    /// Returns the users of a variable.
    func holders(of entry: SessionTable.Entry) -> [String] {
        users[ImportedName(name: entry.declaration.name, module: entry.module)] ?? []
    }
}

/// A replaced variable whose value is kept, because code can still reach it.
package struct HeldVariable: Sendable, Hashable {
    /// The name of the variable.
    package let name: String
    /// The number of its cell.
    package let cellNumber: Int
    /// The functions, types and cells that can reach it.
    package let holders: [String]
}
