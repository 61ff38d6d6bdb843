/// The source of a cell as it is compiled: with imports before it, edits in it, and Unroll's lines
/// after it.
package struct ComposedSource: Sendable, Hashable {
    /// The lines before the cell's.
    package let header: String

    /// The cell's source with its edits.
    package let edited: EditedSource

    /// The lines after the cell's.
    package let footer: String

    /// The complete source.
    package var text: String { header + edited.text + footer }

    /// Returns the offset in the user's cell of an offset in the complete source, or `nil` if it is
    /// outside the cell.
    package func cellOffset(of offset: Int) -> Int? {
        let inner = offset - header.utf8.count
        guard inner >= 0, inner <= edited.text.utf8.count else { return nil }
        return edited.originalOffset(of: inner)
    }

    /// Returns the offset in the complete source of an offset in the user's cell, after any text
    /// inserted there, or before it.
    package func offset(ofCellOffset offset: Int, beforeInsertions: Bool = false) -> Int {
        header.utf8.count + edited.editedOffset(of: offset, beforeInsertions: beforeInsertions)
    }
}
