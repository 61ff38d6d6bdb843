package import CellProtocol

/// The imports of a cell from the modules of other cells.
///
/// Each name that the cell mentions is imported individually from the module of its current
/// declaration: changed signatures and types are then visible as they are now, and overloads of
/// several cells still merge. Declarations that can be used without being named are imported with
/// their whole module; individually imported names take precedence over those. These are members of
/// extensions, which literals, `for`, `switch` or interpolations can use implicitly, and
/// implementations of operators. Operators themselves and precedence groups are declared again in
/// the cell, because two imported ones would be ambiguous.
package struct ImportPlan: Sendable {
    /// The names to import, with the kind of their declaration.
    package private(set) var names: [(kind: String, name: ImportedName)] = []

    /// The modules to import as a whole.
    package private(set) var modules: [ModuleName] = []

    /// The second interfaces of modules of which a part was replaced.
    package private(set) var views: [ModuleView] = []

    /// The declarations of the operators and precedence groups that the cell uses.
    package private(set) var operators: [String] = []

    /// Indicates whether the cell can have values that cannot be copied and are of a generic type of
    /// another cell: without optimization, the compiler forgets to call their `deinit`.
    package private(set) var hasNoncopyableGenerics = false

    /// Plans the imports of a cell.
    ///
    /// - Parameters:
    ///   - analysis: the result of the cell's syntactic analysis.
    ///   - table: the names that the cell can use.
    ///   - earlier: names that the cell declares itself, and mentions before they have a value.
    package init(
        for analysis: CellAnalysis, table: SessionTable,
        alsoImporting earlier: [SessionTable.Entry] = []
    ) {
        for entry in earlier { add(entry) }
        for entry in table.entries { consider(entry, for: analysis) }
        addWhatIsReachable(in: table, for: analysis)
        operators = Self.operators(for: analysis, in: table)
        let used = Set(usedModules)
        // The compiler also finds the conformances of the modules with which those were compiled.
        views = table.modulesReachable(from: usedModules).sorted { $0.rawValue < $1.rawValue }
            .compactMap { table.modules[$0] }
            .filter { used.contains($0.name) || $0.lacksConformances }
            .compactMap { ModuleView(of: $0, for: analysis.languageMode) }
    }

    /// Adds what the cell uses of a declaration.
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

    /// Adds the types that can occur in the cell, and the declarations on them that can be used
    /// without being named; since these may involve further types, it repeats until nothing is
    /// added.
    ///
    /// Aliases are among the types: an inferred type is spelled with them, and the compiler checks
    /// access to each name in its spelling.
    private mutating func addWhatIsReachable(in table: SessionTable, for analysis: CellAnalysis) {
        let types = Dictionary(
            table.entries.lazy.filter(\.declaration.kind.isType)
                .map { ($0.declaration.name, $0.module) }, uniquingKeysWith: { $1 })
        let candidates = table.entries.filter {
            let isOwn = types[$0.declaration.name] != nil
            return $0.declaration.isUsedUnnamed
                && (isOwn || !$0.declaration.isUnmentioned(in: analysis))
        }
        var reachable: Set<ModuleName> = []
        var count: Int
        repeat {
            reachable = table.modulesReachable(from: usedModules)
            count = modules.count
            for entry in candidates {
                let subjects = entry.declaration.subjects.compactMap { types[$0] }
                let concerns = subjects.isEmpty || subjects.contains(where: reachable.contains)
                if concerns { add(entry.module) }
            }
        } while modules.count > count
        for entry in table.entries where reachable.contains(entry.module) {
            if entry.declaration.kind.isType { add(entry) }
            if entry.declaration.isNoncopyableGeneric { hasNoncopyableGenerics = true }
        }
    }

    /// Returns the current declarations of the operators and precedence groups that a cell uses.
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

    /// The modules from which something is imported.
    package var usedModules: [ModuleName] { names.map(\.name.module) + modules }

    /// Adds a declaration to import by name.
    private mutating func add(_ entry: SessionTable.Entry) {
        let name = ImportedName(name: entry.declaration.name, module: entry.module)
        guard !names.contains(where: { $0.name == name }) else { return }
        names.append((entry.declaration.kind.rawValue, name))
    }

    /// Adds modules to import as a whole.
    mutating func add(modules: [ModuleName]) { modules.forEach { add($0) } }

    /// Adds a module to import as a whole.
    private mutating func add(_ module: ModuleName) {
        if !modules.contains(module) { modules.append(module) }
    }

    /// Indicates whether a class is imported.
    package var hasClasses: Bool { names.contains { $0.kind == Declaration.Kind.class.rawValue } }

    /// The import statements.
    package var statements: [String] {
        names.map { "@testable import \($0.kind) \($0.name.module).`\($0.name.name)`" }
            + modules.map { "@testable import \($0)" }
    }
}

extension Declaration {
    /// Indicates whether a cell can use something of the declaration without naming it.
    fileprivate var isUsedUnnamed: Bool {
        switch kind {
        case .extension: true
        case .function: name.isOperator
        default: declaresOperators
        }
    }

    /// Indicates whether this is an extension of a type of the library whose members a cell can use
    /// only by naming them, and a cell does not.
    fileprivate func isUnmentioned(in analysis: CellAnalysis) -> Bool {
        guard kind == .extension, inheritedTypes.isEmpty, !declaresOperators,
            !analysis.isUnfinished, Self.concreteTypes.contains(name)
        else { return false }
        // A conformance finds its members without naming them.
        let conforms = analysis.declarations.contains {
            $0.kind == .extension && $0.name == name && !$0.inheritedTypes.isEmpty
        }
        let isNamed = members.contains { member in
            member.isType || member.name == "init" || member.name == "subscript"
                || analysis.memberMentions.contains(member.name)
                || analysis.mentions.contains(member.name)
        }
        return !conforms && !isNamed
    }

    /// Types of the library that are no protocols, and that notebooks extend.
    private static let concreteTypes: Set = [
        "Int", "Double", "Float", "Bool", "String", "Substring", "Character", "Array",
        "Dictionary", "Set", "Optional", "Range", "ClosedRange", "Date", "Data", "URL",
    ]

    /// The names of the types to which that applies; empty if it can apply to any type.
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
    /// Indicates whether this is the name of an operator.
    var isOperator: Bool {
        guard let first else { return false }
        return !first.isLetter && !first.isNumber && first != "_"
    }
}
