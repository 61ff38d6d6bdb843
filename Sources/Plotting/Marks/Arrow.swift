/// An arrow between two points, optionally with a text at its start.
public struct Arrow: Mark {
    /// The start.
    private let start: DataPoint
    /// The head.
    private let end: DataPoint
    /// The text at its start.
    private let text: String
    /// The role of the color.
    private let tint: Tint

    /// Creates an arrow between two points, each given as a value of each axis.
    public init(
        from start: (x: Double, y: Double), to end: (x: Double, y: Double), _ text: String = "",
        tint: Tint = .ink
    ) {
        self.start = DataPoint(start.x, start.y)
        self.end = DataPoint(end.x, end.y)
        self.text = text
        self.tint = tint
    }

    /// Adds the arrow and its text to a sheet.
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
