/// A cell's source as it is compiled: with its imports before it, changes in it, and what Unroll
/// adds after it.
struct ComposedSource: Sendable, Hashable {
    /// The lines before the cell's.
    let header: String

    /// The cell's source with its changes.
    let edited: EditedSource

    /// The lines after the cell's.
    let footer: String

    /// The complete source.
    var text: String { header + edited.text + footer }

    /// Returns where a place of the complete source lies in the person's cell; nothing, where it
    /// lies outside it.
    func cellOffset(of offset: Int) -> Int? {
        let inner = offset - header.utf8.count
        guard inner >= 0, inner <= edited.text.utf8.count else { return nil }
        return edited.originalOffset(of: inner)
    }

    /// Returns where a place of the person's cell lies in the complete source.
    func offset(ofCellOffset offset: Int) -> Int {
        header.utf8.count + edited.editedOffset(of: offset)
    }
}
