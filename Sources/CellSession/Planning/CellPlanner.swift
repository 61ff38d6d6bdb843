package import CellProtocol

/// A planner that decides how a cell is compiled in a session.
package struct CellPlanner {
    /// The names of the session.
    package let table: SessionTable

    /// The module that every cell imports.
    package static let prelude = "RNNToolkit"

    /// Plans a cell.
    ///
    /// - Parameters:
    ///   - code: the cell's source.
    ///   - analysis: the result of its syntactic analysis.
    ///   - identity: the identity of the cell across runs.
    ///   - treatsEndingAsValue: whether to treat an `if` or `switch` at the end as an expression.
    ///   - releasesReplaced: whether the cell releases the values of variables that it replaces.
    /// - Throws: `CellRefusal` if the cell is known to be wrong without compiling it.
    package func plan(
        _ code: String, _ analysis: CellAnalysis, identity: String? = nil,
        treatsEndingAsValue: Bool = true, releasesReplaced: Bool = true
    ) throws(CellRefusal) -> CellPlan {
        if let offset = Array(code.utf8).firstIndex(of: 0) { throw .holdsNull(offset: offset) }
        let results = try self.results(mentionedIn: analysis)
        let releases =
            releasesReplaced ? table.variablesReleased(by: analysis, identity: identity) : []
        var imports = ImportPlan(
            for: analysis, table: table.seen(by: analysis, identity: identity),
            alsoImporting: earlierVariables(of: analysis) + releases)
        imports.add(modules: results.flatMap(\.result.modules))
        let ending = analysis.ending.flatMap { ending in
            ending.isConditional && !treatsEndingAsValue ? nil : ending
        }
        var edits = try self.edits(forEarlyMentionsIn: code, analysis)
        edits += self.edits(toKeep: analysis.guardBindings, isAsync: analysis.isAsync)
        edits += Self.edits(toShow: ending)
        edits += Self.edits(toFillIn: analysis.columns, in: code)
        edits += self.edits(toPublishWitnessesOf: analysis)
        if analysis.isAsync { edits += Self.edits(toShareVariables: analysis.variableKeywords) }
        let named = results.map(\.edit)
        edits += named
        let asksAboutDiscarding = ending.map { mayBeDiscarded($0, analysis) } ?? false
        let footer = Self.footer(
            discardedCall: asksAboutDiscarding
                ? ending.map { Self.text(of: $0, in: code, named) } : nil,
            releases: releases, isAsync: analysis.isAsync)
        let draft = ComposedSource(
            header: header(imports: imports), edited: EditedSource(code, edits: edits),
            footer: footer)
        let isOptimized = analysis.hasLoopsOrFunctions || imports.hasNoncopyableGenerics
        let (module, first) = name(of: draft, analysis, isOptimized: isOptimized)
        return CellPlan(
            module: module, firstName: first, source: draft.naming(module), analysis: analysis,
            imports: imports, packages: table.packages, isOptimized: isOptimized,
            showsResult: ending != nil,
            asksAboutDiscarding: asksAboutDiscarding, releases: releases)
    }

    // MARK: Name

    /// Returns the name of a cell's module.
    ///
    /// A cell with variables gets a new module each time it runs, because functions and closures of
    /// the earlier run keep their variables. Any other cell is the same module again.
    private func name(
        of draft: ComposedSource, _ analysis: CellAnalysis, isOptimized: Bool
    ) -> (module: ModuleName, first: ModuleName) {
        let mode = analysis.languageMode == .five ? [] : ["mode \(analysis.languageMode.rawValue)"]
        let options =
            [isOptimized ? "optimized" : "plain"] + mode
            + table.packages.map(\.identity)
        let first = ModuleName(source: draft.text, options: options, occurrence: 0)
        guard analysis.storesState else { return (first, first) }
        let count = table.occurrences(of: first)
        return (ModuleName(source: draft.text, options: options, occurrence: count), first)
    }

    // MARK: Parts

    /// Returns the lines before the cell's.
    private func header(imports: ImportPlan) -> String {
        let declared = Set(table.entries.map(\.declaration.name))
        let session = table.imports.map { Self.wideImport($0.text, declared) }
        // A view is another interface of the same module: the same source compiles to other code
        // with it.
        let views = imports.views.map { " /* \($0.folderName) */" }.joined()
        let statements =
            ["import \(Self.prelude)"] + session + imports.statements + imports.operators
        return statements.joined(separator: "; ") + views
            + "\n#sourceLocation(file: \"\(ModuleName.placeholder).swift\", line: 1)\n"
    }

    /// Returns an import, for example `import func Foundation.pow`, or that of the whole module if a
    /// cell declares the name: two imports of single names would be ambiguous.
    private static func wideImport(_ text: String, _ declared: Set<String>) -> String {
        let words = text.split(separator: " ")
        guard words.count > 2, words[words.count - 3] == "import",
            let dot = words[words.count - 1].lastIndex(of: "."),
            declared.contains(String(words[words.count - 1][dot...].dropFirst()))
        else { return text }
        let module = words[words.count - 1][..<dot]
        return (words.dropLast(2) + [module]).joined(separator: " ")
    }

    /// Returns the lines after the cell's.
    private static func footer(
        discardedCall: String?, releases: [SessionTable.Entry], isAsync: Bool
    ) -> String {
        var lines = ["", "#sourceLocation(file: \"\(ModuleName.placeholder).end\", line: 1)"]
        if let discardedCall { lines += ["if false {", discardedCall, "}"] }
        // A module's variables outlive their names: what no code can reach would never be freed.
        lines += releases.map { "_releaseReplaced(\($0.module).`\($0.declaration.name)`)" }
        if isAsync { lines.append("_cellDidEnd()") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Returns the text of an ending, with changes that are made to the cell.
    private static func text(
        of ending: CellAnalysis.Ending, in code: String, _ edits: [EditedSource.Edit]
    ) -> String {
        let range = ending.offset..<(ending.offset + ending.length)
        let bytes = Array(code.utf8)[range]
        let inside = edits.filter { range.contains($0.offset) }.map {
            EditedSource.Edit(
                offset: $0.offset - range.lowerBound, removedLength: $0.removedLength,
                replacement: $0.replacement)
        }
        return EditedSource(String(decoding: bytes, as: UTF8.self), edits: inside).text
    }

    // MARK: Edits

    /// Returns the values of earlier cells that a cell mentions, each with the change that names it.
    private func results(
        mentionedIn analysis: CellAnalysis
    ) throws(CellRefusal) -> [(result: KeptResult, edit: EditedSource.Edit)] {
        let own = Set(analysis.declarations.map(\.name))
        var found: [(result: KeptResult, edit: EditedSource.Edit)] = []
        for mention in analysis.resultMentions
        where !own.contains(mention.name) && table.entries(named: mention.name).isEmpty {
            let result =
                mention.cell.map { cell in table.results.last { $0.cell == cell } }
                ?? table.results.last
            guard let result, let type = result.type else {
                throw .noResult(
                    cell: mention.cell, because: result == nil ? cause(of: mention) : .privateType,
                    offset: mention.offset)
            }
            found.append(
                (
                    result,
                    .init(
                        offset: mention.offset, removedLength: mention.length,
                        replacement: "_result(\(result.cell), as: (\(type)).self)")
                ))
        }
        return found
    }

    /// Returns why there is no value of a cell.
    private func cause(of mention: CellAnalysis.ResultMention) -> MissingResult {
        guard let cell = mention.cell else {
            return table.numbers.withResult.isEmpty ? .noneYet : .forgotten
        }
        if table.numbers.withResult.contains(cell) { return .forgotten }
        return table.numbers.run.contains(cell) ? .endedInNone : .notRun
    }

    /// Returns the edits that show the value of the last expression.
    private static func edits(toShow ending: CellAnalysis.Ending?) -> [EditedSource.Edit] {
        guard let ending else { return [] }
        let end = ending.offset + ending.length
        // An `if` or `switch` is an expression only where a value is expected.
        let (before, after) =
            ending.isConditional
            ? ("let \(GeneratedNames.value) = ", "; _showResult(\(GeneratedNames.value))")
            : ("_showResult(", ")")
        return [
            .init(offset: ending.offset, removedLength: 0, replacement: before),
            .init(offset: end, removedLength: 0, replacement: after),
        ]
    }

    /// Returns the edits that turn the names bound by a `guard` into variables of the module; the
    /// compiler treats them as local variables of the main function, invisible to other cells.
    private func edits(
        toKeep bindings: [CellAnalysis.GuardBinding], isAsync: Bool
    ) -> [EditedSource.Edit] {
        bindings.flatMap { binding -> [EditedSource.Edit] in
            let mentions = [binding.offset] + binding.mentions
            var edits = mentions.map { offset in
                EditedSource.Edit(
                    offset: offset, removedLength: 0, replacement: GeneratedNames.guardPrefix)
            }
            if binding.isShorthand, let earlier = table.entries(named: binding.name).last {
                edits.append(
                    .init(
                        offset: binding.offset + binding.name.utf8.count, removedLength: 0,
                        replacement: " = \(earlier.module).\(binding.name)"))
            }
            let word =
                (isAsync ? "nonisolated(unsafe) " : "") + (binding.isVariable ? "var" : "let")
            edits.append(
                .init(
                    offset: binding.end, removedLength: 0,
                    replacement: "; \(word) \(binding.name) = "
                        + GeneratedNames.guardPrefix + binding.name))
            return edits
        }
    }

    /// Returns the edits that make the members of a conformance public if the type is declared in
    /// another cell: the type is then public, and witnesses have to be as visible as the type.
    private func edits(toPublishWitnessesOf analysis: CellAnalysis) -> [EditedSource.Edit] {
        let own = Set(analysis.declarations.filter(\.kind.isType).map(\.name))
        return analysis.declarations.flatMap { declaration -> [EditedSource.Edit] in
            guard declaration.kind == .extension, !declaration.inheritedTypes.isEmpty,
                !own.contains(declaration.name), !table.entries(named: declaration.name).isEmpty
            else { return [] }
            return declaration.members.filter { !$0.hasAccessModifier }.map { member in
                .init(offset: member.modifiersOffset, removedLength: 0, replacement: "public ")
            }
        }
    }

    /// Returns the edits that replace `#column` by the column in the user's source, since the
    /// compiler would count text that was added to the line.
    private static func edits(toFillIn columns: [Int], in code: String) -> [EditedSource.Edit] {
        columns.map { offset in
            .init(
                offset: offset, removedLength: "#column".utf8.count,
                replacement: "\(TextPosition(offset: offset, in: code).column)")
        }
    }

    /// The functions of the prelude, but for members, whose results may be discarded.
    private static let discardableFunctions: Set = ["display", "interact"]

    /// Returns whether to ask the compiler if the result of the last call is discardable.
    ///
    /// The compiler treats the results of all imported C functions as discardable, although they
    /// are not marked so. Of free functions, only those declared by a cell or the prelude are
    /// therefore checked.
    private func mayBeDiscarded(_ ending: CellAnalysis.Ending, _ analysis: CellAnalysis) -> Bool {
        guard ending.isCall else { return false }
        guard let function = ending.freeFunction else { return true }
        return Self.discardableFunctions.contains(function)
            || (analysis.declarations + table.entries(named: function).map(\.declaration))
                .contains { $0.name == function && $0.hasDiscardableResult }
    }

    /// Returns the edits that let synchronous cells use the variables of an asynchronous one, which
    /// the compiler would otherwise bind to the main actor.
    private static func edits(toShareVariables keywords: [Int]) -> [EditedSource.Edit] {
        keywords.map { .init(offset: $0, removedLength: 0, replacement: "nonisolated(unsafe) ") }
    }

    /// Returns the variables of earlier cells that are mentioned before the cell's own variables of
    /// the same name have a value.
    private func earlierVariables(of analysis: CellAnalysis) -> [SessionTable.Entry] {
        Set(analysis.earlyMentions.map(\.name)).sorted()
            .compactMap { table.entries(named: $0).last }
    }

    /// Returns the edits by which mentions of a variable, before its declaration or in its own
    /// initial value, refer to the variable of an earlier cell.
    private func edits(
        forEarlyMentionsIn code: String, _ analysis: CellAnalysis
    ) throws(CellRefusal) -> [EditedSource.Edit] {
        var edits: [EditedSource.Edit] = []
        let shorthands = Set(analysis.guardBindings.filter(\.isShorthand).map(\.offset))
        for mention in analysis.earlyMentions where !shorthands.contains(mention.offset) {
            let earlier = table.entries(named: mention.name).last
            if let earlier {
                edits.append(
                    .init(
                        offset: mention.offset, removedLength: 0,
                        replacement: "\(earlier.module)."))
            } else if !mention.isInClosure {
                throw .usedBeforeDeclaration(
                    name: mention.name, offset: mention.offset,
                    line: analysis.declarations.first { $0.name == mention.name }?.line ?? 0)
            }
        }
        return edits
    }
}

extension ComposedSource {
    /// Returns the source with a module's name in place of the placeholder.
    fileprivate func naming(_ module: ModuleName) -> ComposedSource {
        func named(_ text: String) -> String {
            text.replacing(ModuleName.placeholder, with: module.rawValue)
        }
        return ComposedSource(header: named(header), edited: edited, footer: named(footer))
    }
}
