/// A tracer of the outlines of a surface's parts above a level, by marching squares.
package struct ContourTracer: Sendable {
    /// The columns of the grid, plus one on either side.
    private let width: Int
    /// The rows of the grid, plus one on either side.
    private let height: Int
    /// The values with a border of minus infinity, so that every outline is closed.
    private let values: [Double]
    /// The positions of the columns.
    private let x: [Double]
    /// The positions of the rows.
    private let y: [Double]

    /// Creates a tracer for a grid: the positions of its columns and rows, and its values by row,
    /// none of them NaN.
    package init(x: [Double], y: [Double], values rows: [[Double]]) {
        width = x.count + 2
        height = y.count + 2
        self.x = x
        self.y = y
        let border = -Double.infinity
        var all = Array(repeating: border, count: width)
        for row in rows { all += [border] + row + [border] }
        values = all + Array(repeating: border, count: width)
    }

    /// Returns the closed outlines of the parts whose values are at least the level.
    package func outlines(atLeast level: Double) -> [[Spot]] {
        let next = segments(atLeast: level)
        var used: Set<Int> = []
        var outlines: [[Spot]] = []
        for start in next.keys.sorted() where !used.contains(start) {
            var outline: [Spot] = []
            var edge = start
            while used.insert(edge).inserted, let following = next[edge] {
                let spot = crossing(of: edge, level)
                if outline.last != spot { outline.append(spot) }
                edge = following
            }
            if outline.count > 2 { outlines.append(outline) }
        }
        return outlines
    }

    /// Returns, for every grid edge that an outline crosses, the edge that it crosses next.
    private func segments(atLeast level: Double) -> [Int: Int] {
        var next: [Int: Int] = [:]
        for row in 0..<(height - 1) {
            for column in 0..<(width - 1) {
                let corner = row * width + column
                let corners = [corner, corner + 1, corner + width + 1, corner + width]
                let isHigh = corners.map { values[$0] >= level }
                guard isHigh.contains(true), isHigh.contains(false) else { continue }
                // Edges in the order top, right, bottom, left; each is between two consecutive
                // corners.
                let edges = [
                    2 * corner, 2 * (corner + 1) + 1, 2 * (corner + width), 2 * corner + 1,
                ]
                for side in 0..<4 where !isHigh[side] && isHigh[(side + 1) % 4] {
                    // An outline that enters the high part at this edge leaves it at the next
                    // falling one.
                    let exit = (1...3).map { (side + $0) % 4 }.first {
                        isHigh[$0] && !isHigh[($0 + 1) % 4]
                    }
                    if let exit { next[edges[exit]] = edges[side] }
                }
            }
        }
        return next
    }

    /// Returns the position at which an outline crosses an edge of the grid.
    private func crossing(of edge: Int, _ level: Double) -> Spot {
        let from = edge / 2
        let to = edge % 2 == 0 ? from + 1 : from + width
        let (low, high) = (values[from], values[to])
        var fraction = 0.5
        if low == -.infinity {
            fraction = 1
        } else if high == -.infinity {
            fraction = 0
        } else if low != high {
            fraction = min(1, max(0, (level - low) / (high - low)))
        }
        let (start, end) = (spot(of: from), spot(of: to))
        return Spot(
            start.x + (end.x - start.x) * fraction, start.y + (end.y - start.y) * fraction)
    }

    /// Returns the position of a node; border nodes have the positions of their neighbors.
    private func spot(of node: Int) -> Spot {
        let column = min(max(node % width - 1, 0), x.count - 1)
        let row = min(max(node / width - 1, 0), y.count - 1)
        return Spot(x[column], y[row])
    }
}
