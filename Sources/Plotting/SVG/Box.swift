/// A rectangle in pixels.
package struct Box: Sendable, Hashable {
    /// The left edge.
    package var left: Double
    /// The upper edge.
    package var top: Double
    /// The right edge.
    package var right: Double
    /// The lower edge.
    package var bottom: Double

    /// Creates a rectangle from its edges.
    package init(left: Double, top: Double, right: Double, bottom: Double) {
        self.left = left
        self.top = top
        self.right = right
        self.bottom = bottom
    }

    /// Creates the bounding box of a text, estimated generously.
    package init(
        _ text: String, x: Double, baseline: Double, _ metrics: TextMetrics, _ alignment: Alignment
    ) {
        let width = metrics.width(of: text)
        switch alignment {
        case .leading: left = x
        case .center: left = x - width / 2
        case .trailing: left = x - width
        }
        right = left + width
        top = baseline - metrics.ascent
        bottom = baseline + metrics.descent
    }

    /// Returns whether two rectangles share more than an edge.
    package func overlaps(_ other: Box) -> Bool {
        left < other.right - 0.01 && other.left < right - 0.01 && top < other.bottom - 0.01
            && other.top < bottom - 0.01
    }

    /// Returns whether another rectangle is inside.
    package func contains(_ other: Box) -> Bool {
        other.left >= left - 0.01 && other.right <= right + 0.01 && other.top >= top - 0.01
            && other.bottom <= bottom + 0.01
    }
}
