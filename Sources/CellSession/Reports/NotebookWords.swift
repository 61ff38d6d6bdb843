package import CellProtocol

/// A translation of the compiler's messages on files and modules into the terms of notebooks, with
/// advice from the session's names.
package struct NotebookWords {
    /// The plan of the cell.
    package let plan: CellPlan

    /// The names of the cells for the user.
    package let names: CellNames

    /// The hints on names of the session.
    package let hints: NameHints

    /// A diagnostic with advice.
    package struct Advised {
        /// The diagnostic.
        package var diagnostic: Diagnostic
        /// The advice, in a sentence.
        package var advice: String?
    }

    /// Returns the translated diagnostics without duplicates, with advice if there is any.
    package func reworded(_ diagnostics: [Diagnostic]) -> [Advised] {
        var said = Set<String>()
        return diagnostics.compactMap { diagnostic in
            let result = reworded(diagnostic)
            guard let advice = result.advice else { return result }
            let place = "\(diagnostic.identifier) \(diagnostic.line):\(diagnostic.column)"
            let isNew = said.insert(place).inserted
            return said.insert(result.diagnostic.message + advice).inserted && isNew ? result : nil
        }
    }

    /// Returns a translated diagnostic.
    private func reworded(_ diagnostic: Diagnostic) -> Advised {
        switch diagnostic.identifier {
        case "cannot_synthesize_in_crossfile_extension": synthesis(diagnostic)
        case "attr_ApplicationMain_with_script": mainAttribute(diagnostic)
        case "self_before_selfinit_value_type", "superselfinit_not_called_before_return":
            initializer(diagnostic)
        case "cannot_find_in_scope", "cannot_find_type_in_scope": missingName(diagnostic)
        case _ where diagnostic.message.contains(Self.constant): constant(diagnostic)
        case "throwing_call_without_try": missingTry(diagnostic)
        default: Advised(diagnostic: diagnostic)
        }
    }

    // MARK: Kinds

    /// Translates a conformance that the compiler synthesizes only in the type's own file.
    private func synthesis(_ diagnostic: Diagnostic) -> Advised {
        let quoted = Self.quoted(in: diagnostic.message)
        guard quoted.count >= 3, let type = quoted.first, let conformance = quoted.last else {
            return Advised(diagnostic: diagnostic)
        }
        var result = diagnostic
        let cell = cell(ofType: type)
        result.message =
            "Swift writes the members of '\(conformance)' only in the cell that declares '\(type)'"
        result.notes = []
        return Advised(
            diagnostic: result,
            advice: "add ': \(conformance)' to '\(type)' in \(cell), or write the members here")
    }

    /// Translates a `@main` attribute: a cell already has an entry point.
    private func mainAttribute(_ diagnostic: Diagnostic) -> Advised {
        var result = diagnostic
        result.message =
            "'@main' has no place in a cell, which runs from its first line to its last"
        result.notes = []
        return Advised(diagnostic: result, advice: "remove '@main', and call 'main()' of the type")
    }

    /// Translates an initializer in an extension of another cell's type, which has to call one of
    /// the type's own.
    private func initializer(_ diagnostic: Diagnostic) -> Advised {
        guard let type = extendedType(at: diagnostic) else {
            return Advised(diagnostic: diagnostic)
        }
        var result = diagnostic
        result.message =
            "an initializer outside of the cell that declares '\(type)' has to call another one"
        result.notes = []
        return Advised(
            diagnostic: result,
            advice: "begin with 'self.init(…)', or write it in \(cell(ofType: type))")
    }

    /// Translates a name that was not found.
    private func missingName(_ diagnostic: Diagnostic) -> Advised {
        guard let name = Self.quoted(in: diagnostic.message).first else {
            return Advised(diagnostic: diagnostic)
        }
        return Advised(
            diagnostic: diagnostic,
            advice: hints.sentence(
                aboutMissing: name, isAssigned: isAssigned(name, at: diagnostic)))
    }

    /// How the compiler says that a variable may not be changed, be it by an assignment to it or a
    /// part of it, a mutating method, or a function that takes it `inout`.
    private static let constant = "' is a 'let' constant"

    /// Translates a change of a constant.
    private func constant(_ diagnostic: Diagnostic) -> Advised {
        let before = diagnostic.message.firstRange(of: Self.constant).map {
            diagnostic.message[..<$0.lowerBound]
        }
        let name = before?.split(separator: "'").last.map(String.init)
        return Advised(
            diagnostic: diagnostic,
            advice: name.flatMap { hints.sentence(aboutConstant: $0, in: plan.module) })
    }

    /// Translates a missing `try`: of the three suggestions, it keeps the first.
    private func missingTry(_ diagnostic: Diagnostic) -> Advised {
        var result = diagnostic
        result.fixIts = diagnostic.notes.first?.fixIts ?? diagnostic.fixIts
        result.notes = []
        return Advised(diagnostic: result)
    }

    // MARK: Places

    /// Returns the name of the cell that declares a type.
    private func cell(ofType type: String) -> String {
        hints.table.entries(named: type).last.map { names.name(of: $0.module) } ?? "its own cell"
    }

    /// Returns the structure or enumeration of another cell that is extended at the position of a
    /// diagnostic.
    private func extendedType(at diagnostic: Diagnostic) -> String? {
        let edited = plan.source.edited
        let place = edited.originalOffset(
            of: TextPosition.offset(
                ofLine: diagnostic.line, column: diagnostic.column, in: edited.text))
        let extended = plan.analysis.declarations.first { declaration in
            declaration.kind == .extension
                && declaration.offset..<(declaration.offset + declaration.length) ~= place
        }
        guard let type = extended?.name,
            let kind = hints.table.entries(named: type).last?.declaration.kind,
            kind == .structure || kind == .enumeration
        else { return nil }
        return type
    }

    /// Returns whether a name at the position of a diagnostic is followed by an assignment
    /// operator.
    private func isAssigned(_ name: String, at diagnostic: Diagnostic) -> Bool {
        let text = plan.source.edited.text
        let place = TextPosition.offset(
            ofLine: diagnostic.line, column: diagnostic.column, in: text)
        let rest = text.utf8.dropFirst(place + name.utf8.count).drop { $0 == UInt8(ascii: " ") }
        return rest.starts(with: "= ".utf8)
    }

    /// Returns the quoted words.
    private static func quoted(in message: String) -> [String] {
        message.split(separator: "'", omittingEmptySubsequences: false).enumerated()
            .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
    }
}
