package import CellProtocol

/// A cell that has run, as later cells see it.
package struct SessionModule: Sendable {
    /// The name of its module.
    package let name: ModuleName

    /// The number under which the person knows the cell.
    package let cellNumber: Int

    /// What identifies the cell across runs, where it has an identity.
    package let identity: String?

    /// The person's source.
    package let code: String

    /// What was compiled.
    package let source: ComposedSource

    /// What the cell declares and mentions.
    package let analysis: CellAnalysis

    /// The names that it took from other cells, and from which modules.
    package let imports: [ImportedName]

    /// The modules that it was compiled with, by name or as a whole.
    package let usedModules: [ModuleName]

    /// Where functions and members begin, in the cell's source, that later cells have replaced while
    /// others of the module have stayed.
    package var retiredOffsets: Set<Int> = []

    /// The inheritance clauses of extensions, as offsets and lengths in the cell's source, whose
    /// conformances later cells have all declared anew.
    package private(set) var retiredClauses: [Int: Int] = [:]

    /// Whether nothing in the module has been replaced.
    package var isWhole: Bool { retiredOffsets.isEmpty && retiredClauses.isEmpty }

    /// Notes that the conformances of an extension are declared anew.
    package mutating func retireConformances(of declaration: Declaration) {
        guard let first = declaration.inheritedTypes.first,
            let last = declaration.inheritedTypes.last
        else { return }
        let before = code.utf8.prefix(first.offset)
        guard let colon = before.lastIndex(of: UInt8(ascii: ":")) else { return }
        let offset = before.distance(from: before.startIndex, to: colon)
        retiredClauses[offset] = last.offset + last.length - offset
    }
}

/// A name that a cell takes from the module of another.
package struct ImportedName: Sendable, Hashable {
    /// The name.
    package let name: String
    /// The module.
    package let module: ModuleName
}
