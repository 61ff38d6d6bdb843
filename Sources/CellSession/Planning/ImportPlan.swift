package import CellProtocol

/// What a cell has to import from the modules of other cells.
///
/// Each name that the cell mentions is imported by itself, from the module where it is meant: a
/// changed signature or type is then seen as it is now, while overloads of several cells still
/// merge. What is used without a name to import is imported with its whole module, over which names
/// win: members of extensions, which a literal, a `for`, a `switch` or an interpolation can use
/// without mentioning them, and operators, wherever they are declared. Operators themselves and their
/// ranks are declared once more in the cell, because of two that are imported neither is meant.
package struct ImportPlan: Sendable {
    /// The names to import, with the word for what they are.
    package private(set) var names: [(kind: String, name: ImportedName)] = []

    /// The modules to import as a whole.
    package private(set) var modules: [ModuleName] = []

    /// The modules to look at without parts that were replaced.
    package private(set) var views: [ModuleView] = []

    /// The declarations of operators and of their ranks that the cell uses.
    package private(set) var operators: [String] = []

    /// Plans the imports of a cell.
    ///
    /// - Parameters:
    ///   - analysis: what the cell mentions.
    ///   - table: the names as the cell sees them.
    ///   - earlier: names that the cell declares itself, and mentions before they have their value.
    package init(
        for analysis: CellAnalysis, table: SessionTable,
        alsoImporting earlier: [SessionTable.Entry] = []
    ) {
        for entry in earlier { add(entry) }
        for entry in table.entries { consider(entry, for: analysis) }
        addWhatIsReachable(in: table)
        operators = Self.operators(for: analysis, in: table)
        let used = Set(usedModules)
        views = used.sorted { $0.rawValue < $1.rawValue }
            .compactMap { table.modules[$0].flatMap(ModuleView.init(of:)) }
    }

    /// Adds what the cell mentions of a declaration.
    private mutating func consider(_ entry: SessionTable.Entry, for analysis: CellAnalysis) {
        let declaration = entry.declaration
        switch declaration.kind {
        case .extension, .operator, .precedenceGroup: break
        case .macro:
            if analysis.mentions.contains(declaration.name) { add(entry.module) }
        default:
            if analysis.mentions.contains(declaration.name) { add(entry) }
        }
    }

    /// Adds the types that what is mentioned may be of, and what can be done with them or with types
    /// of the library, whether or not it is mentioned; which may be about further types in turn.
    private mutating func addWhatIsReachable(in table: SessionTable) {
        let types = Dictionary(
            table.entries.lazy.filter(\.declaration.kind.isType)
                .map { ($0.declaration.name, $0.module) }, uniquingKeysWith: { $1 })
        var reachable: Set<ModuleName> = []
        var count: Int
        repeat {
            reachable = table.modulesReachable(from: usedModules)
            count = modules.count
            for entry in table.entries {
                let subjects = entry.declaration.subjects.compactMap { types[$0] }
                let concerns = subjects.isEmpty || subjects.contains(where: reachable.contains)
                if entry.declaration.isUsedUnnamed, concerns { add(entry.module) }
            }
        } while modules.count > count
        for entry in table.entries where reachable.contains(entry.module) {
            let kind = entry.declaration.kind
            if kind.isType, kind != .typeAlias { add(entry) }
        }
    }

    /// Returns the declarations of the operators that a cell uses and of their ranks, as they are now.
    private static func operators(for analysis: CellAnalysis, in table: SessionTable) -> [String] {
        let known = table.entries.map(\.declaration)
            .filter { $0.kind == .operator || $0.kind == .precedenceGroup }
        var found: [String] = []
        var names = analysis.operators.union(analysis.mentions).sorted()
        while let name = names.popLast() {
            for declaration in known where declaration.name == name {
                guard !found.contains(declaration.text) else { continue }
                found.append(declaration.text)
                names += declaration.uses.sorted()
            }
        }
        return found.sorted()
    }

    /// The modules that something is imported from.
    package var usedModules: [ModuleName] { names.map(\.name.module) + modules }

    /// Adds a declaration to import by its name.
    private mutating func add(_ entry: SessionTable.Entry) {
        let name = ImportedName(name: entry.declaration.name, module: entry.module)
        guard !names.contains(where: { $0.name == name }) else { return }
        names.append((entry.declaration.kind.rawValue, name))
    }

    /// Adds a module to import as a whole.
    private mutating func add(_ module: ModuleName) {
        if !modules.contains(module) { modules.append(module) }
    }

    /// Whether a class is imported.
    package var hasClasses: Bool { names.contains { $0.kind == Declaration.Kind.class.rawValue } }

    /// The import statements, on one line.
    package var statements: [String] {
        names.map { "@testable import \($0.kind) \($0.name.module).`\($0.name.name)`" }
            + modules.map { "@testable import \($0)" }
    }
}

extension Declaration {
    /// Whether a cell can use something of the declaration without mentioning its name.
    fileprivate var isUsedUnnamed: Bool {
        switch kind {
        case .extension: true
        case .function: name.isOperator
        default: declaresOperators
        }
    }

    /// The names of the types that what is used unnamed is about; empty, where it can be about any.
    fileprivate var subjects: [String] {
        switch kind {
        case .extension: [String(name.prefix { $0 != "." && $0 != "<" })]
        case .function:
            (signature?.parameterTypes ?? []).flatMap { type in
                type.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
            }
        default: [name]
        }
    }
}

extension String {
    /// Whether this is the name of an operator.
    fileprivate var isOperator: Bool {
        guard let first else { return false }
        return !first.isLetter && !first.isNumber && first != "_"
    }
}
