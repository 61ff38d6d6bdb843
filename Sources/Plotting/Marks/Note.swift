/// A text beside a point.
public struct Note: Mark {
    /// The text.
    private let text: String
    /// The point.
    private let point: DataPoint

    /// Creates a text beside a point, placed where there is room.
    public init(_ text: String, x: some Plottable, y: some Plottable) {
        self.text = text
        point = DataPoint(x.plotValue ?? .nan, y.plotValue ?? .nan)
    }

    /// Adds the text to a sheet.
    public func lay(on sheet: inout Sheet) {
        guard point.x.isFinite else {
            return sheet.addNote("a note that has no finite x", about: text)
        }
        sheet.reach([point])
        sheet.shapes.append(.note(NoteShape(point: point, text: text.singleLine)))
    }
}
