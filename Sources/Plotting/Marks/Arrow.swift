/// An arrow between two points, with a text at its start where one is given.
public struct Arrow: Mark {
    /// Where it starts.
    private let start: DataPoint
    /// Where its head is.
    private let end: DataPoint
    /// The text at its start.
    private let text: String
    /// What the color is for.
    private let tint: Tint

    /// Points from one place to another, both given as a value of each axis.
    public init(
        from start: (x: Double, y: Double), to end: (x: Double, y: Double), _ text: String = "",
        tint: Tint = .ink
    ) {
        self.start = DataPoint(start.x, start.y)
        self.end = DataPoint(end.x, end.y)
        self.text = text
        self.tint = tint
    }

    /// Lays out the arrow, and its text.
    public func lay(on sheet: inout Sheet) {
        guard [start.x, start.y, end.x, end.y].allSatisfy(\.isFinite) else {
            return sheet.addNote("an arrow whose ends are not finite", about: text)
        }
        sheet.reach([start, end])
        let style = SeriesStyle(index: 0, tint: tint == .automatic ? .ink : tint, dash: .solid)
        sheet.shapes.append(.arrow(ArrowShape(start: start, end: end, style: style)))
        if !text.isEmpty {
            sheet.shapes.append(.note(NoteShape(point: start, text: text.singleLine)))
        }
    }
}
