internal import CellProtocol
internal import Digests

/// A module as later cells are to see it when a part of it has been replaced.
///
/// Two modules with a function of the same type, both imported, make every call ambiguous. So the
/// earlier module gets a second interface in which what was replaced is marked as the worse
/// overload. The code that it describes is the same.
struct ModuleView: Sendable, Hashable {
    /// The module.
    let module: ModuleName

    /// The source of the view.
    let source: String

    /// Looks at a module without what was replaced; nothing, where nothing was.
    init?(of module: SessionModule) {
        guard !module.retiredOffsets.isEmpty else { return nil }
        self.module = module.name
        let original = module.source.text
        let edits = module.retiredOffsets.map { offset in
            EditedSource.Edit(
                offset: module.source.offset(ofCellOffset: offset), removedLength: 0,
                replacement: "@_disfavoredOverload ")
        }
        source = EditedSource(original, edits: edits).text
    }

    /// The name of the view's folder, which differs from that of every other view.
    var folderName: String { "view-\(Digest(of: source))" }
}
