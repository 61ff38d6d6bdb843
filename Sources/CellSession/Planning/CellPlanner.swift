package import CellProtocol

/// Decides how a cell is compiled in a session.
package struct CellPlanner {
    /// The names of the session.
    package let table: SessionTable

    /// The module that every cell imports.
    package static let prelude = "RNNToolkit"

    /// Plans a cell.
    ///
    /// - Parameters:
    ///   - code: the cell's source.
    ///   - analysis: what its syntax tells.
    ///   - identity: what identifies the cell across runs.
    ///   - treatsEndingAsValue: whether an `if` or `switch` at the end is taken for an expression.
    /// - Throws: `CellRefusal`, where it is known without a compiler that the cell would go wrong.
    package func plan(
        _ code: String, _ analysis: CellAnalysis, identity: String? = nil,
        treatsEndingAsValue: Bool = true
    ) throws(CellRefusal) -> CellPlan {
        if let offset = Array(code.utf8).firstIndex(of: 0) { throw .holdsNull(offset: offset) }
        let imports = ImportPlan(
            for: analysis, table: table.seen(by: analysis, identity: identity),
            alsoImporting: earlierVariables(of: analysis))
        let ending = analysis.ending.flatMap { ending in
            ending.isConditional && !treatsEndingAsValue ? nil : ending
        }
        var edits = try self.edits(forEarlyMentionsIn: code, analysis)
        edits += self.edits(toKeep: analysis.guardBindings, isAsync: analysis.isAsync)
        edits += Self.edits(toShow: ending)
        edits += Self.edits(toFillIn: analysis.columns, in: code)
        edits += self.edits(toPublishWitnessesOf: analysis)
        if analysis.isAsync { edits += Self.edits(toShareVariables: analysis.variableKeywords) }
        let asksAboutDiscarding = ending.map { mayBeDiscarded($0, analysis) } ?? false
        let footer = Self.footer(
            discardedCall: asksAboutDiscarding ? ending.map { Self.text(of: $0, in: code) } : nil,
            isAsync: analysis.isAsync)
        let draft = ComposedSource(
            header: header(imports: imports), edited: EditedSource(code, edits: edits),
            footer: footer)
        let (module, first) = name(of: draft, analysis)
        return CellPlan(
            module: module, firstName: first, source: draft.naming(module), analysis: analysis,
            imports: imports, showsResult: ending != nil,
            asksAboutDiscarding: asksAboutDiscarding)
    }

    // MARK: Name

    /// Names the module of a cell.
    ///
    /// A cell with variables is a new module each time it runs: its functions and closures keep the
    /// variables that they were made with. A cell without is the same module again.
    private func name(
        of draft: ComposedSource, _ analysis: CellAnalysis
    ) -> (module: ModuleName, first: ModuleName) {
        let options = [analysis.hasLoopsOrFunctions ? "optimized" : "plain"]
        let first = ModuleName(source: draft.text, options: options, occurrence: 0)
        guard analysis.storesState else { return (first, first) }
        let count = table.occurrences(of: first)
        return (ModuleName(source: draft.text, options: options, occurrence: count), first)
    }

    // MARK: Parts

    /// Returns the lines before the cell's.
    private func header(imports: ImportPlan) -> String {
        let session = table.imports.map(\.text)
        // A view is another interface of the same module: what sees it compiles to something else.
        let views = imports.views.map { " /* \($0.folderName) */" }.joined()
        let statements =
            ["import \(Self.prelude)"] + session + imports.statements + imports.operators
        return statements.joined(separator: "; ") + views
            + "\n#sourceLocation(file: \"\(ModuleName.placeholder).swift\", line: 1)\n"
    }

    /// Returns the lines after the cell's.
    private static func footer(discardedCall: String?, isAsync: Bool) -> String {
        var lines = ["", "#sourceLocation(file: \"\(ModuleName.placeholder).end\", line: 1)"]
        if let discardedCall { lines += ["if false {", discardedCall, "}"] }
        if isAsync { lines.append("_cellDidEnd()") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Returns the text of an ending.
    private static func text(of ending: CellAnalysis.Ending, in code: String) -> String {
        let bytes = Array(code.utf8)[ending.offset..<(ending.offset + ending.length)]
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: Edits

    /// Returns the changes that show the value of the last expression.
    private static func edits(toShow ending: CellAnalysis.Ending?) -> [EditedSource.Edit] {
        guard let ending else { return [] }
        let end = ending.offset + ending.length
        // A conditional is an expression only where a value is expected.
        let (before, after) =
            ending.isConditional
            ? ("let \(GeneratedNames.value) = ", "; _showResult(\(GeneratedNames.value))")
            : ("_showResult(", ")")
        return [
            .init(offset: ending.offset, removedLength: 0, replacement: before),
            .init(offset: end, removedLength: 0, replacement: after),
        ]
    }

    /// Returns the changes that make what a `guard` binds variables of the module: the compiler takes
    /// them for variables of the main function, which no other cell can see.
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

    /// Returns the changes that make the members of a conformance public, where the type is declared
    /// in another cell: seen from here, everything that is not private there is public, and what
    /// satisfies a protocol has to be as visible as the type.
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

    /// Returns the changes that put columns of the person's source in place of `#column`, which would
    /// count what stands before it on the line only as it is compiled.
    private static func edits(toFillIn columns: [Int], in code: String) -> [EditedSource.Edit] {
        columns.map { offset in
            .init(
                offset: offset, removedLength: "#column".utf8.count,
                replacement: "\(TextPosition(offset: offset, in: code).column)")
        }
    }

    /// Whether the compiler has to be asked if the result of the call at the end may be discarded.
    ///
    /// The compiler takes that of every function of a C library for such a one, though nobody has said
    /// so; so of functions that are no members, only those are asked about that a cell or the prelude
    /// declares.
    private func mayBeDiscarded(_ ending: CellAnalysis.Ending, _ analysis: CellAnalysis) -> Bool {
        guard ending.isCall else { return false }
        guard let function = ending.freeFunction else { return true }
        return function == "display"
            || (analysis.declarations + table.entries(named: function).map(\.declaration))
                .contains { $0.name == function && $0.hasDiscardableResult }
    }

    /// Returns the changes that let synchronous cells use the variables of an asynchronous one,
    /// which the compiler would otherwise bind to the main actor.
    private static func edits(toShareVariables keywords: [Int]) -> [EditedSource.Edit] {
        keywords.map { .init(offset: $0, removedLength: 0, replacement: "nonisolated(unsafe) ") }
    }

    /// Returns the variables of earlier cells that are mentioned where the cell's own of the same name
    /// have no value yet.
    private func earlierVariables(of analysis: CellAnalysis) -> [SessionTable.Entry] {
        Set(analysis.earlyMentions.map(\.name)).sorted()
            .compactMap { table.entries(named: $0).last }
    }

    /// Returns the changes that make mentions of a variable, above its declaration and in its own
    /// initial value, mean the variable of an earlier cell.
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
