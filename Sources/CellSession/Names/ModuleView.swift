package import CellProtocol
internal import Digests

/// A second interface of a module, of which later cells have replaced a part, or whose variables
/// cells of another language mode use.
///
/// If two imported modules have functions of the same type, every call is ambiguous. So the earlier
/// module gets another interface, in which replaced functions are marked as worse overloads and
/// redeclared conformances are left out. The variables of a cell of mode 6 belong to the main actor,
/// and those of mode 5 to nobody, so that the other mode would refuse them: to it, they are exempt
/// from the checks of concurrency. The code that the interface describes is the same.
package struct ModuleView: Sendable, Hashable {
    /// The name of the module.
    package let module: ModuleName

    /// The source of the interface.
    package let source: String

    /// The folders of the views with which the module was compiled.
    package let views: [String]

    /// The language mode in which the module is compiled.
    package let languageMode: LanguageMode

    /// Creates the view that cells of a language mode have of a module; returns nil if it is the
    /// module itself.
    package init?(of module: SessionModule, for mode: LanguageMode) {
        let shared = module.variableKeywords(sharedWith: mode)
        guard !module.isWhole || !shared.isEmpty else { return nil }
        self.module = module.name
        views = module.views
        languageMode = module.analysis.languageMode
        func edit(at offset: Int, removing length: Int = 0, _ text: String) -> EditedSource.Edit {
            // An attribute stands before all modifiers, also before an inserted one.
            let place = module.source.offset(
                ofCellOffset: offset, beforeInsertions: text.hasPrefix("@"))
            return EditedSource.Edit(offset: place, removedLength: length, replacement: text)
        }
        var edits = module.retiredOffsets.map { edit(at: $0, "@_disfavoredOverload ") }
        edits += module.retiredClauses.map { edit(at: $0, removing: $1, "") }
        edits += shared.map { edit(at: $0, "nonisolated(unsafe) ") }
        source = EditedSource(module.source.text, edits: edits).text
    }

    /// The name of the view's folder, unique to the view.
    package var folderName: String { "view-\(languageMode.rawValue)-\(Digest(of: source))" }
}
