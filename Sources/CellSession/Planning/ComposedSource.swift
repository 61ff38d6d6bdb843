/// A cell's source as it is compiled: with its imports before it, changes in it, and what Unroll
/// adds after it.
package struct ComposedSource: Sendable, Hashable {
    /// The lines before the cell's.
    package let header: String

    /// The cell's source with its changes.
    package let edited: EditedSource

    /// The lines after the cell's.
    package let footer: String

    /// The complete source.
    package var text: String { header + edited.text + footer }

    /// Returns where a place of the complete source lies in the person's cell; nothing, where it
    /// lies outside it.
    package func cellOffset(of offset: Int) -> Int? {
        let inner = offset - header.utf8.count
        guard inner >= 0, inner <= edited.text.utf8.count else { return nil }
        return edited.originalOffset(of: inner)
    }

    /// Returns where a place of the person's cell lies in the complete source.
    package func offset(ofCellOffset offset: Int) -> Int {
        header.utf8.count + edited.editedOffset(of: offset)
    }
}
