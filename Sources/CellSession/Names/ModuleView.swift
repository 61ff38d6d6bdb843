package import CellProtocol
internal import Digests

/// A second interface of a module, of which later cells have replaced a part.
///
/// If two imported modules have functions of the same type, every call is ambiguous. So the earlier
/// module gets another interface, in which replaced functions are marked as worse overloads and
/// redeclared conformances are left out. The code that it describes is the same.
package struct ModuleView: Sendable, Hashable {
    /// The name of the module.
    package let module: ModuleName

    /// The source of the interface.
    package let source: String

    /// The language mode in which the module is compiled.
    package let languageMode: LanguageMode

    /// Creates the view of a module; returns `nil` if nothing in it has been replaced.
    package init?(of module: SessionModule) {
        guard !module.isWhole else { return nil }
        self.module = module.name
        languageMode = module.analysis.languageMode
        var edits = module.retiredOffsets.map { offset in
            EditedSource.Edit(
                offset: module.source.offset(ofCellOffset: offset), removedLength: 0,
                replacement: "@_disfavoredOverload ")
        }
        edits += module.retiredClauses.map { offset, length in
            EditedSource.Edit(
                offset: module.source.offset(ofCellOffset: offset), removedLength: length,
                replacement: "")
        }
        source = EditedSource(module.source.text, edits: edits).text
    }

    /// The name of the view's folder, unique to the view.
    package var folderName: String { "view-\(languageMode.rawValue)-\(Digest(of: source))" }
}
