package import CellProtocol

/// The names of a session: the declarations of its cells, and which of them are current.
///
/// A value: the changes of a cell are made in a copy until it has succeeded, and an undo returns to
/// an earlier copy.
package struct SessionTable: Sendable {
    /// A declaration to which later cells can refer.
    ///
    /// The tables of all states share its contents.
    package struct Entry: Sendable, Hashable {
        /// What it is.
        private final class Contents: Sendable {
            let declaration: Declaration
            let module: ModuleName

            init(_ declaration: Declaration, _ module: ModuleName) {
                (self.declaration, self.module) = (declaration, module)
            }
        }

        /// What it is, in one place.
        private let contents: Contents

        /// The declaration.
        package var declaration: Declaration { contents.declaration }

        /// The name of its module.
        package var module: ModuleName { contents.module }

        /// Creates an entry.
        init(declaration: Declaration, module: ModuleName) {
            contents = Contents(declaration, module)
        }

        package static func == (first: Entry, second: Entry) -> Bool {
            first.contents === second.contents
                || first.module == second.module && first.declaration == second.declaration
        }

        package func hash(into hasher: inout Hasher) {
            hasher.combine(module)
            hasher.combine(declaration)
        }
    }

    /// A declaration that still uses one that has been replaced.
    package struct StaleUse: Sendable, Hashable {
        /// The name that was declared again.
        package let name: String
        /// The declaration that uses the earlier one.
        package let user: String
        /// The number of the cell that contains the user.
        package let userCell: Int
    }

    /// The cells that have run, by module.
    package private(set) var modules = SharedDictionary<ModuleName, SessionModule>()

    /// The current declarations, in the order of their cells.
    package private(set) var entries: [Entry] = []

    /// The distinct imports of all cells, in order.
    package private(set) var imports: [CellAnalysis.ImportStatement] = []

    /// The packages whose modules cells can import.
    package private(set) var packages: [LoadedPackages] = []

    /// The values that cells ended in, the newest last.
    package private(set) var results: [KeptResult] = []

    /// The numbers of the cells that have run, and of those that ended in a value.
    package private(set) var numbers: (run: Set<Int>, withResult: Set<Int>) = ([], [])

    /// The replaced variables whose values are kept, the newest last.
    package private(set) var heldVariables: [HeldVariable] = []

    /// The variables, its own and earlier ones, that each cell can still reach.
    private var captures = VariableCaptures()

    /// The number of modules of each source.
    private var occurrences: [ModuleName: Int] = [:]

    /// Returns the declarations to which a name can refer.
    package func entries(named name: String) -> [Entry] {
        entries.filter { $0.declaration.name == name && $0.declaration.kind != .extension }
    }

    /// The names of the variables that can be used.
    package var variables: Set<String> {
        Set(entries.lazy.filter { $0.declaration.kind.isVariable }.map(\.declaration.name))
    }

    /// Returns modules with all modules with which they were compiled, directly or indirectly: the
    /// modules of all types that their declarations can involve.
    package func modulesReachable(from start: [ModuleName]) -> Set<ModuleName> {
        var reached = Set(start)
        var rest = Array(reached)
        while let module = rest.popLast() {
            for next in modules[module]?.usedModules ?? [] where reached.insert(next).inserted {
                rest.append(next)
            }
        }
        return reached
    }

    /// Returns the number of modules of a source, given its name at the first occurrence.
    package func occurrences(of first: ModuleName) -> Int { occurrences[first] ?? 0 }

    /// Records another module of a source.
    ///
    /// - Parameter first: the name of the module at its first occurrence.
    package mutating func noteOccurrence(of first: ModuleName) {
        occurrences[first, default: 0] += 1
    }

    /// Lets cells import the modules of packages.
    package mutating func add(_ added: LoadedPackages) {
        packages.removeAll { $0.identity == added.identity }
        packages.append(added)
    }

    /// Notes the number of a cell that has run.
    package mutating func note(cell: Int) { numbers.run.insert(cell) }

    /// Takes in the value that a cell ended in, and forgets the oldest ones beyond a number.
    package mutating func keep(_ result: KeptResult, atMost limit: Int) {
        numbers.withResult.insert(result.cell)
        results.removeAll { $0.cell == result.cell }
        results.append(result)
        results.removeFirst(max(results.count - limit, 0))
    }

    /// Forgets all names; loaded modules stay loaded, and their names stay reserved.
    package mutating func forgetNames() {
        modules = SharedDictionary()
        entries = []
        imports = []
        results = []
        numbers = ([], [])
    }

    /// Adds a cell that has run; returns the declarations that still use what it has replaced.
    package mutating func add(_ module: SessionModule) -> [StaleUse] {
        for statement in module.analysis.imports where !imports.contains(statement) {
            imports.append(statement)
        }
        // A cell with only declarations that is run again unchanged is still the same module.
        guard modules[module.name] == nil || !isCurrent(module) else { return [] }
        captures.note(
            module.analysis, of: module.name, imports: module.imports,
            cell: "cell \(module.cellNumber)")
        var retired = remove { $0.module == module.name }
        retired += retire(whatIsReplacedBy: module.analysis, identity: module.identity)
        noteHeld(retired, releasing: module.releases)
        modules[module.name] = module
        let visible = module.analysis.declarations.filter { !$0.isPrivate }
        entries += visible.map { Entry(declaration: $0, module: module.name) }
        return staleUses(of: retired, sparing: module.name)
    }

    /// Returns the table for a cell's compilation, without the declarations that the cell replaces.
    package func seen(by analysis: CellAnalysis, identity: String?) -> SessionTable {
        guard !analysis.declarations.isEmpty else { return self }
        var table = self
        _ = table.retire(whatIsReplacedBy: analysis, identity: identity)
        return table
    }

    /// Returns whether all declarations of a module are current.
    private func isCurrent(_ module: SessionModule) -> Bool {
        let current = entries.lazy.filter { $0.module == module.name }.map(\.declaration)
        let visible = module.analysis.declarations.filter { !$0.isPrivate }
        return modules[module.name]?.isWhole ?? false && Set(current) == Set(visible)
    }

    // MARK: Releasing

    /// Records what a module can reach that is loaded although its cell has failed.
    package mutating func noteCaptures(of plan: CellPlan) {
        captures.note(
            plan.analysis, of: plan.module, imports: plan.imports.names.map(\.name),
            cell: "a failed cell")
    }

    /// Returns the variables that a cell replaces, and whose values no code can reach afterwards.
    package func variablesReleased(by analysis: CellAnalysis, identity: String?) -> [Entry] {
        // A function of a package may keep its argument as a closure.
        guard packages.isEmpty, !captures.mayMissClosures, !analysis.hasAutoclosures else {
            return []
        }
        var table = self
        let own = Set(analysis.declarations.map(\.name))
        let early = Set(analysis.earlyMentions.map(\.name))
        return table.retire(whatIsReplacedBy: analysis, identity: identity).filter { entry in
            let name = entry.declaration.name
            return entry.declaration.kind.isVariable && entry.declaration.ownsMemory
                && captures.holders(of: entry).isEmpty
                && !(early.contains(name) && analysis.capturedNames.contains(name))
                && (own.contains(name) || !analysis.mentions.contains(name))
                && modules[entry.module]?.declaresOnlyItsOwn ?? false
        }
    }

    /// Records which of the retired variables keep their values.
    private mutating func noteHeld(_ retired: [Entry], releasing released: [Entry]) {
        for entry in retired where entry.declaration.ownsMemory && !released.contains(entry) {
            guard let module = modules[entry.module] else { continue }
            let holders = captures.holders(of: entry)
            heldVariables.append(
                HeldVariable(
                    name: entry.declaration.name, cellNumber: module.cellNumber,
                    holders: holders.isEmpty ? ["cell \(module.cellNumber)"] : holders))
        }
    }

    // MARK: Retiring

    /// Retires what a cell replaces: the declarations of its earlier run, and those that it
    /// declares again.
    private mutating func retire(
        whatIsReplacedBy analysis: CellAnalysis, identity: String?
    ) -> [Entry] {
        var retired: [Entry] = []
        let rules = Replacement(
            aliases: entries.map(\.declaration) + analysis.declarations,
            distinguishesTypes: identity != nil)
        for declaration in analysis.declarations {
            if declaration.kind == .extension {
                retireMembers(replacedBy: declaration, by: rules)
            } else {
                retired += retire(replacedBy: declaration, by: rules)
            }
        }
        if let identity {
            let earlier = Set(modules.values.filter { $0.identity == identity }.map(\.name))
            retired += retireAll(of: earlier)
        }
        return retired
    }

    /// Retires all declarations of modules; what still uses the modules must not bring their
    /// conformances along.
    private mutating func retireAll(of earlier: Set<ModuleName>) -> [Entry] {
        for entry in entries where earlier.contains(entry.module) {
            guard entry.declaration.kind == .extension else { continue }
            modules[entry.module]?.retireConformances(of: entry.declaration)
        }
        return remove { earlier.contains($0.module) }
    }

    /// Retires what a new declaration replaces.
    private mutating func retire(
        replacedBy new: Declaration, by rules: Replacement
    ) -> [Entry] {
        if new.kind == .function, new.name.isOperator {
            for entry in entries where !entry.declaration.members.isEmpty {
                let type = entry.declaration.name
                retireMembers(of: entry) { rules.isSameOperator(new, $0, of: type) }
            }
        }
        return retire { rules.replaces(new, $0) }
    }

    /// Retires declarations with a property.
    private mutating func retire(where isReplaced: (Declaration) -> Bool) -> [Entry] {
        let replaced = entries.filter { isReplaced($0.declaration) }
        for entry in replaced where entry.declaration.kind == .function {
            modules[entry.module]?.retiredOffsets.insert(entry.declaration.offset)
        }
        return remove { replaced.contains($0) }
    }

    /// Retires the members and conformances that an extension declares again.
    private mutating func retireMembers(replacedBy new: Declaration, by rules: Replacement) {
        let conformances = Set(new.inheritedTypes.map(\.text))
        for entry in entries where entry.declaration.name == new.name {
            let isWitness = entry.declaration.inheritedTypes.contains {
                conformances.contains($0.text)
            }
            retireMembers(of: entry, conformances: conformances) { member in
                new.members.contains { rules.replaces($0, member, isWitness: isWitness) }
            }
        }
        for member in new.members where member.name.isOperator {
            _ = retire {
                $0.kind == .function && rules.isSameOperator($0, member, of: new.name)
            }
        }
    }

    /// Retires members of a type or an extension, and conformances of the latter; removes extensions
    /// of which nothing is left.
    private mutating func retireMembers(
        of entry: Entry, conformances: Set<String> = [],
        where isReplaced: (Declaration.Member) -> Bool
    ) {
        let old = entry.declaration
        let members = old.members.filter(isReplaced)
        for member in members where !member.isType {
            modules[entry.module]?.retiredOffsets.insert(member.offset)
        }
        guard old.kind == .extension else { return }
        let stays = old.inheritedTypes.contains { !conformances.contains($0.text) }
        if !stays { modules[entry.module]?.retireConformances(of: old) }
        guard members.count == old.members.count, !stays else { return }
        _ = remove { $0 == entry }
    }

    /// Removes entries and returns them.
    private mutating func remove(where isMeant: (Entry) -> Bool) -> [Entry] {
        let removed = entries.filter(isMeant)
        entries.removeAll(where: isMeant)
        return removed
    }

    // MARK: Stale uses

    /// Returns the declarations that still use retired ones, once per name.
    private func staleUses(of retired: [Entry], sparing module: ModuleName) -> [StaleUse] {
        var uses: [StaleUse] = []
        for old in retired {
            let name = old.declaration.name
            for entry in entries where entry.module != module {
                guard let user = modules[entry.module], isUse(entry, of: old, in: user) else {
                    continue
                }
                let isExtension = entry.declaration.kind == .extension
                let use = StaleUse(
                    name: name,
                    user: (isExtension ? "extension " : "") + entry.declaration.name,
                    userCell: user.cellNumber)
                if !uses.contains(use) { uses.append(use) }
            }
        }
        return uses
    }

    /// Returns whether a declaration uses a retired one, of its own cell or of an earlier one.
    private func isUse(_ entry: Entry, of old: Entry, in user: SessionModule) -> Bool {
        let name = old.declaration.name
        let isOwn = entry.module == old.module
        guard isOwn || user.imports.contains(ImportedName(name: name, module: old.module)) else {
            return false
        }
        let extends = entry.declaration.kind == .extension && entry.declaration.name == name
        // A function that mentions its own name calls itself, unless it has imported an overload.
        let callsItself = isOwn && entry.declaration.name == name
        return entry.declaration.uses.contains(name) && !callsItself || extends
    }
}
