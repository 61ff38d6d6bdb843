/// A text beside a point.
package struct NoteShape: Sendable, Hashable {
    /// The point.
    package var point: DataPoint
    /// The text, on one line.
    package var text: String
}
