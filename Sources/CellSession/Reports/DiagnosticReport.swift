package import CellProtocol
package import Evaluation

/// A report of a cell's diagnostics for the user: with positions in the user's source, without
/// duplicates and without artifacts of how cells are compiled.
package struct DiagnosticReport {
    /// The plan of the cell.
    package let plan: CellPlan

    /// The names of the cells for the user.
    package let names: CellNames

    /// The diagnostics.
    package let diagnostics: [Diagnostic]

    /// The hints on names of the session.
    private let hints: NameHints

    /// The kinds of warnings that a script in one file would not cause.
    private static let ownKinds: Set<String> = [
        "extension_retroactive_conformance", "nonisolated_unsafe_sendable_constant",
        "nonisolated_unsafe_sendable_actor_isolated",
    ]

    /// Creates a report on a cell.
    package init(plan: CellPlan, diagnostics: [Diagnostic], names: CellNames, hints: NameHints) {
        self.plan = plan
        self.names = names
        self.diagnostics = diagnostics
        self.hints = hints
    }

    /// Indicates whether the result of the last call is discardable: the footer repeats the call,
    /// and the compiler did not warn that its result is unused.
    package var isResultDiscardable: Bool {
        !diagnostics.contains { diagnostic in
            diagnostic.file == plan.module.ending && diagnostic.identifier.contains("unused")
        }
    }

    /// The cell's failure.
    package var failure: EvaluationFailure {
        let errors = visible.filter { $0.severity == .error }
        let shown = words.reworded(
            errors.isEmpty ? diagnostics.filter { $0.severity == .error } : errors)
        let message =
            shown.first.map { readable($0.diagnostic.message) } ?? "the cell could not be compiled"
        return EvaluationFailure(
            name: FailureName.compileError, message: message,
            traceback: shown.isEmpty ? [ANSI.error("error: ") + message] : shown.flatMap(lines))
    }

    /// The lines that show the warnings; empty if there are none.
    package var warningLines: [String] {
        words.reworded(visible.filter { $0.severity == .warning }).flatMap(lines)
    }

    /// The translation of the compiler's messages into the terms of notebooks.
    private var words: NotebookWords { NotebookWords(plan: plan, names: names, hints: hints) }

    /// The diagnostics that concern the user.
    private var visible: [Diagnostic] {
        var seen = Set<String>()
        return diagnostics.filter { diagnostic in
            diagnostic.file != plan.module.ending
                && !Self.ownKinds.contains(diagnostic.identifier)
                && !isAboutShowing(diagnostic)
                && seen.insert("\(diagnostic.line):\(diagnostic.column) \(diagnostic.message)")
                    .inserted
        }
    }

    /// Returns whether a note points at code that Unroll has added.
    private static func namesOwnCode(_ note: Diagnostic) -> Bool {
        note.message.contains("'_showResult")
    }

    /// Returns whether a diagnostic is caused only by showing the last expression: an incomplete
    /// expression has no value to show, and one of type `Never` never returns.
    private func isAboutShowing(_ diagnostic: Diagnostic) -> Bool {
        if diagnostic.notes.contains(where: Self.namesOwnCode) { return true }
        guard diagnostic.identifier == "unreachable_code", let ending = plan.analysis.ending,
            let place = place(of: diagnostic)
        else { return false }
        return place.module == plan.module
            && TextPosition(offset: ending.offset, in: plan.source.edited.original)
                == TextPosition(line: place.line, column: place.column)
    }

    // MARK: Lines

    /// Returns the lines that show a diagnostic and its advice.
    private func lines(of advised: NotebookWords.Advised) -> [String] {
        lines(of: advised.diagnostic)
            + (advised.advice.map { Self.wrapped("note: ", $0) } ?? [])
    }

    /// Returns a note in lines that fit a console of 80 columns.
    private static func wrapped(_ heading: String, _ text: String) -> [String] {
        var lines: [String] = []
        var words: [Substring] = []
        var length = heading.count
        for word in text.split(separator: " ") {
            if length + word.count > 78 {
                lines.append(words.joined(separator: " "))
                words = []
                length = 2
            }
            words.append(word)
            length += word.count + 1
        }
        lines.append(words.joined(separator: " "))
        return lines.enumerated().map { ($0 == 0 ? ANSI.note(heading) : "  ") + $1 }
    }

    /// Returns the lines that show a diagnostic and its notes.
    private func lines(of diagnostic: Diagnostic) -> [String] {
        var result = [heading(of: diagnostic)] + excerpt(of: diagnostic)
        for fixIt in diagnostic.fixIts { result += lines(of: fixIt) }
        for note in diagnostic.notes where !Self.namesOwnCode(note) { result += lines(of: note) }
        return result + explanation(of: diagnostic) + retirement(of: diagnostic)
    }

    /// Returns the line with the compiler's message and its position.
    private func heading(of diagnostic: Diagnostic) -> String {
        let word =
            switch diagnostic.severity {
            case .error: ANSI.error("error: ")
            case .warning: ANSI.warning("warning: ")
            case .note, .remark: ANSI.note("note: ")
            }
        let message = readable(text(of: diagnostic))
        guard let place = place(of: diagnostic) else { return word + message }
        let text = "(\(names.name(of: place.module)), line \(place.line))"
        // A console of 80 columns would break a longer line anywhere.
        let fits = message.count + text.count <= 72
        return word + message + (fits ? " " : "\n  ") + text
    }

    /// Returns the source line with a marker.
    private func excerpt(of diagnostic: Diagnostic) -> [String] {
        guard let place = place(of: diagnostic),
            let line = names.line(place.line, of: place.module)
        else { return [] }
        return SourceExcerpt.lines(
            line, number: place.line, column: place.column, length: length(of: diagnostic))
    }

    /// Returns the line that suggests a change.
    private func lines(of fixIt: Diagnostic.FixIt) -> [String] {
        guard let start = plan.source.cellOffset(of: fixIt.span.offset),
            let end = plan.source.cellOffset(of: fixIt.span.offset + fixIt.span.length),
            !fixIt.replacement.contains("\n")
        else { return [] }
        let old = plan.source.edited.original.utf8.dropFirst(start).prefix(end - start)
        let replaced = String(decoding: Array(old), as: UTF8.self)
        let new = readable(Self.withoutMarks(fixIt.replacement.trimmingSpaces()))
        let advice =
            switch (replaced.isEmpty, new.isEmpty) {
            case (true, _): "insert '\(new)'"
            case (false, true): "remove '\(replaced.trimmingSpaces())'"
            case (false, false): "replace '\(replaced)' by '\(new)'"
            }
        return [ANSI.note("fix-it: ") + advice]
    }

    /// Returns code without the placeholder markers for editors.
    private static func withoutMarks(_ code: String) -> String {
        var rest = code[...]
        var result = ""
        while let start = rest.firstRange(of: "<#"),
            let end = rest[start.upperBound...].firstRange(of: "#>")
        {
            // Such as "code", or "T##label: Type##Type".
            let parts = rest[start.upperBound..<end.lowerBound].split(separator: "##")
            result += rest[..<start.lowerBound] + (parts.dropFirst().first ?? parts.first ?? "")
            rest = rest[end.upperBound...]
        }
        return result + rest
    }

    /// Returns an explanation that a type was declared more than once.
    private func explanation(of diagnostic: Diagnostic) -> [String] {
        QualifiedNames(in: diagnostic.message).repeated.map { type, modules in
            let cells = modules.map(names.name(of:)).joined(separator: " and in ")
            return ANSI.note("note: ")
                + "'\(type)' was declared in \(cells); a value keeps the type it was made with, "
                + "so run the cell that makes the value again"
        }
    }

    /// Returns an explanation that a member cannot be accessed because its type has been declared
    /// again since.
    private func retirement(of diagnostic: Diagnostic) -> [String] {
        guard diagnostic.message.hasSuffix("is inaccessible due to 'internal' protection level"),
            let note = diagnostic.notes.first(where: { $0.message.hasSuffix("declared here") }),
            let place = place(of: note), place.module != plan.module
        else { return [] }
        return [
            ANSI.note("note: ")
                + "it belongs to a type of \(names.name(of: place.module)) that was declared again "
                + "since; a value keeps the type it was made with, so run the cell that makes the "
                + "value again"
        ]
    }

    // MARK: Places

    /// Returns the cell and the position in the user's source of a diagnostic.
    private func place(
        of diagnostic: Diagnostic
    ) -> (module: ModuleName, line: Int, column: Int)? {
        let isBehindCell = diagnostic.file == plan.module.ending || diagnostic.file.isSourceFile
        if let note = DeclarationNote(of: diagnostic) {
            guard let cell = names.cell(named: note.module) else { return nil }
            return note.line(in: cell.lines).map { (cell.module, $0, 0) }
        }
        if isBehindCell, diagnostic.line > 0 {
            // Text that is missing at the end of the cell is reported in the lines after it.
            let code = plan.source.edited.original
            let position = TextPosition(offset: code.utf8.count, in: code)
            return (plan.module, position.line, position.column)
        }
        guard let module = names.module(ofFile: diagnostic.file), diagnostic.line > 0 else {
            return nil
        }
        guard module == plan.module else { return (module, diagnostic.line, 0) }
        let edited = plan.source.edited
        let offset = TextPosition.offset(
            ofLine: diagnostic.line, column: diagnostic.column, in: edited.text)
        let position = TextPosition(
            offset: edited.originalOffset(of: offset), in: edited.original)
        return (module, position.line, position.column)
    }

    /// Returns what a diagnostic says, without a declaration whose place is shown.
    private func text(of diagnostic: Diagnostic) -> String {
        guard let note = DeclarationNote(of: diagnostic), place(of: diagnostic) != nil else {
            return diagnostic.message
        }
        return note.text
    }

    /// Returns the length of the text that a diagnostic highlights, in UTF-8 bytes.
    private func length(of diagnostic: Diagnostic) -> Int {
        let edited = plan.source.edited
        let place = TextPosition.offset(
            ofLine: diagnostic.line, column: diagnostic.column, in: edited.text)
        let start = edited.originalOffset(of: place)
        let span = diagnostic.spans.first { plan.source.cellOffset(of: $0.offset) == start }
        guard let span, let end = plan.source.cellOffset(of: span.offset + span.length) else {
            return 1
        }
        return end - start
    }

    /// Returns text without module names; a type that occurs from two cells is shown with both.
    private func readable(_ text: String) -> String {
        let qualified = QualifiedNames(in: text)
        var result = text
        for (type, modules) in qualified.repeated {
            for module in modules {
                result = result.replacing(
                    "\(module).\(type)", with: "\(type) (\(names.name(of: module)))")
            }
        }
        return NameScrubber.scrub(result.replacing(GeneratedNames.guardPrefix, with: ""), names)
    }
}

extension String {
    /// Indicates whether this is the path of a compiled file rather than the name of a cell's
    /// lines.
    fileprivate var isSourceFile: Bool { hasSuffix(".source.swift") }

    /// Returns the text without leading and trailing spaces.
    fileprivate func trimmingSpaces() -> String {
        let rest = drop { $0 == " " }
        return String(rest.reversed().drop { $0 == " " }.reversed())
    }
}
