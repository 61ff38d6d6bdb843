internal import CellProtocol

/// What a cell has to import from the modules of other cells.
///
/// Each name that the cell mentions is imported by itself, from the module where it is meant: a
/// changed signature or type is then seen as it is now, while overloads of several cells still
/// merge. Modules with extensions and operators, which have no names to import, are imported as a
/// whole; what is imported by name wins over them.
struct ImportPlan: Sendable {
    /// The names to import, with the word for what they are.
    private(set) var names: [(kind: String, name: ImportedName)] = []

    /// The modules to import as a whole.
    private(set) var modules: [ModuleName] = []

    /// The modules to look at without parts that were replaced.
    private(set) var views: [ModuleView] = []

    /// Plans the imports of a cell.
    ///
    /// - Parameters:
    ///   - analysis: what the cell mentions.
    ///   - table: the names as the cell sees them.
    ///   - earlier: names that the cell declares itself, and mentions before they have their value.
    init(
        for analysis: CellAnalysis, table: SessionTable,
        alsoImporting earlier: [SessionTable.Entry] = []
    ) {
        for entry in earlier { add(entry) }
        for entry in table.entries { consider(entry, for: analysis) }
        addTypesOfValues(from: table)
        let used = Set(names.map(\.name.module)).union(modules)
        views = used.sorted { $0.rawValue < $1.rawValue }
            .compactMap { table.modules[$0].flatMap(ModuleView.init(of:)) }
    }

    /// Adds what the cell needs of a declaration.
    private mutating func consider(_ entry: SessionTable.Entry, for analysis: CellAnalysis) {
        let declaration = entry.declaration
        switch declaration.kind {
        case .extension:
            if Self.needs(declaration, analysis) { add(entry.module) }
        case .operator:
            if analysis.operators.contains(declaration.name) { add(entry.module) }
        case .function where analysis.operators.contains(declaration.name):
            add(entry.module)
        case .precedenceGroup, .macro:
            if analysis.mentions.contains(declaration.name) { add(entry.module) }
        default:
            if analysis.mentions.contains(declaration.name) { add(entry) }
        }
    }

    /// Adds the types that the modules with the mentioned names have taken from other cells in turn:
    /// the members of a value can be used without its type being mentioned.
    private mutating func addTypesOfValues(from table: SessionTable) {
        var types: [ImportedName: SessionTable.Entry] = [:]
        for entry in table.entries where entry.declaration.kind.isType {
            types[ImportedName(name: entry.declaration.name, module: entry.module)] = entry
        }
        var index = 0
        while index < names.count, !types.isEmpty {
            for name in table.modules[names[index].name.module]?.imports ?? [] {
                if let type = types.removeValue(forKey: name) { add(type) }
            }
            index += 1
        }
    }

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

    /// Whether a cell may use something of an extension.
    ///
    /// Conformances, initialisers and subscripts are used without their names being mentioned.
    private static func needs(_ extension_: Declaration, _ analysis: CellAnalysis) -> Bool {
        if !extension_.inheritedTypes.isEmpty { return true }
        let unnamed: Set = ["init", "subscript", "callAsFunction"]
        return extension_.members.contains { member in
            unnamed.contains(member.name) || analysis.memberMentions.contains(member.name)
                || analysis.mentions.contains(member.name)
                || analysis.operators.contains(member.name)
        }
    }

    /// The import statements, on one line.
    var statements: [String] {
        names.map { "@testable import \($0.kind) \($0.name.module).`\($0.name.name)`" }
            + modules.map { "@testable import \($0)" }
    }
}
