internal import CellProtocol
internal import Digests

/// A module as later cells are to see it when a part of it has been replaced.
///
/// Two modules with a function of the same type, both imported, make every call ambiguous. So the
/// earlier module gets a second interface, in which what was replaced is marked as the worse overload
/// and conformances that were declared anew are left out. The code that it describes is the same.
package struct ModuleView: Sendable, Hashable {
    /// The module.
    package let module: ModuleName

    /// The source of the view.
    package let source: String

    /// Looks at a module without what was replaced; nothing, where nothing was.
    package init?(of module: SessionModule) {
        guard !module.isWhole else { return nil }
        self.module = module.name
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

    /// The name of the view's folder, which differs from that of every other view.
    package var folderName: String { "view-\(Digest(of: source))" }
}
