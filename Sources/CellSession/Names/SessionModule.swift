package import CellProtocol

/// A cell that has run, as seen by later cells.
package struct SessionModule: Sendable {
    /// The name of its module.
    package let name: ModuleName

    /// The number of the cell as shown to the user.
    package let cellNumber: Int

    /// The identity of the cell across runs, or `nil` if it has none.
    package let identity: String?

    /// The user's source.
    package let code: String

    /// The compiled source.
    package let source: ComposedSource

    /// The cell's declarations and the names that it mentions.
    package let analysis: CellAnalysis

    /// The names that it imports from other cells.
    package let imports: [ImportedName]

    /// The modules with which it was compiled, imported by name or as a whole.
    package let usedModules: [ModuleName]

    /// The folders of the module views with which it was compiled.
    package var views: [String] = []

    /// The replaced variables whose values it releases at its end.
    package var releases: [SessionTable.Entry] = []

    /// The offsets, in the cell's source, of functions and members that later cells have replaced
    /// while other parts of the module stayed.
    package var retiredOffsets: Set<Int> = []

    /// The inheritance clauses of extensions whose conformances later cells have all redeclared, as
    /// offsets and lengths in the cell's source.
    package private(set) var retiredClauses: [Int: Int] = [:]

    /// Indicates whether nothing in the module has been replaced.
    package var isWhole: Bool { retiredOffsets.isEmpty && retiredClauses.isEmpty }

    /// Indicates whether conformances of the module have been redeclared.
    var lacksConformances: Bool { !retiredClauses.isEmpty }

    /// Returns the offsets, in the cell's source, of the variables that cells of a language mode could
    /// not use; the variables of asynchronous cells can be used in any.
    func variableKeywords(sharedWith mode: LanguageMode) -> [Int] {
        analysis.languageMode == mode || analysis.isAsync ? [] : analysis.variableKeywords
    }

    /// Indicates whether the module has no extensions of other types and no functions for operators,
    /// which a cell that imports anything of it would see.
    var declaresOnlyItsOwn: Bool {
        let types = Set(analysis.declarations.filter(\.kind.isType).map(\.name))
        return analysis.declarations.allSatisfy { declaration in
            switch declaration.kind {
            case .extension: types.contains(declaration.name)
            case .function: !declaration.name.isOperator
            case .operator, .precedenceGroup, .macro: false
            default: true
            }
        }
    }

    /// Records that the conformances of an extension have been redeclared.
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

/// A name that a cell imports from the module of another.
package struct ImportedName: Sendable, Hashable {
    /// The name as a string.
    package let name: String
    /// The name of the module.
    package let module: ModuleName
}
