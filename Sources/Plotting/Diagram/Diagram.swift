public import Display

/// Boxes in rows and columns with arrows between neighbors: what feeds what, with the numbers of a run.
///
/// If the columns do not all fit, an ellipsis replaces those in the middle.
public struct Diagram: Sendable {
    /// The title of the diagram.
    package var title: String
    /// A sentence under it.
    package var caption = ""
    /// The boxes and texts.
    package var nodes: [DiagramNode] = []
    /// The arrows.
    package var arrows: [DiagramArrow] = []
    /// The columns that give way last, the most important first; others follow from both ends.
    package var importantColumns: [Int] = []

    /// Makes a diagram without boxes.
    package init(_ title: String) { self.title = title }

    /// Returns the diagram with a sentence under it.
    public func caption(_ text: String) -> Diagram {
        var copy = self
        copy.caption = text
        return copy
    }

    /// The number of columns.
    package var columnCount: Int { (nodes.map(\.lastColumn).max() ?? -1) + 1 }

    /// The number of rows.
    package var rowCount: Int { (nodes.map(\.row).max() ?? -1) + 1 }

    /// Returns whether both ends of an arrow are rows and columns of the diagram.
    package func holds(_ arrow: DiagramArrow) -> Bool {
        [arrow.start, arrow.end].allSatisfy { place in
            (0..<columnCount).contains(place.column) && (0..<rowCount).contains(place.row)
        }
    }

    /// Returns whether another arrow leads the opposite way between the same places.
    package func hasTwin(_ arrow: DiagramArrow) -> Bool {
        arrows.contains { other in
            other.isHorizontal == arrow.isHorizontal && other.isBackward != arrow.isBackward
                && (arrow.isHorizontal
                    ? other.start.row == arrow.start.row
                    : other.top == arrow.top && other.start.column == arrow.start.column)
        }
    }

    /// The description of the diagram in sentences: its boxes from left to right, and its caption.
    private var sentences: [String] {
        let texts = nodes.sorted { ($0.column, $0.row) < ($1.column, $1.row) }
            .map { $0.lines.joined(separator: ", ") }.filter { !$0.isEmpty }
        let strong = nodes.filter(\.isStrong).flatMap(\.lines)
        return [title, caption]
            + (strong.isEmpty ? [] : ["Highlighted: " + strong.joined(separator: ", ")])
            + texts
    }

    /// The description of the diagram for screen readers.
    package var spokenText: String { SpokenText(sentences).text }
}

extension Diagram: Picture {
    /// Draws the diagram as text.
    ///
    /// - Parameters:
    ///   - style: the characters to draw with.
    ///   - columns: the columns of a line, at least 24.
    /// - Returns: lines without a break at the end.
    public func text(style: TextStyle = .preferred, columns: Int = 80) -> String {
        TextDiagram(self, style: style, columns: max(24, columns)).text
    }

    /// The diagram as text in seven-bit ASCII, 80 columns wide.
    public var ascii: String { text(style: .ascii) }

    /// The diagram as text.
    public var description: String { text() }

    /// The diagram as a drawing of 640 pixels' width, legible on light and dark pages.
    public var drawing: SVG { SVGDiagram(self).drawing }
}
