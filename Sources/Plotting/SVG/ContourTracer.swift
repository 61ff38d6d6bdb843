/// Finds the outlines of the parts of a surface that lie above a level, by marching squares.
package struct ContourTracer: Sendable {
    /// The lattice's columns, with one more on either side.
    private let width: Int
    /// The lattice's rows, with one more on either side.
    private let height: Int
    /// The values with a border of minus infinity, so that every outline is closed.
    private let values: [Double]
    /// Where the lattice's columns lie.
    private let x: [Double]
    /// Where the lattice's rows lie.
    private let y: [Double]

    /// Takes a lattice: where its columns and rows lie, and its values row by row, none of them NaN.
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

    /// Returns closed outlines of where the values are at least the level.
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

    /// Returns, for every lattice edge that an outline crosses, the edge that it crosses next.
    private func segments(atLeast level: Double) -> [Int: Int] {
        var next: [Int: Int] = [:]
        for row in 0..<(height - 1) {
            for column in 0..<(width - 1) {
                let corner = row * width + column
                let corners = [corner, corner + 1, corner + width + 1, corner + width]
                let isHigh = corners.map { values[$0] >= level }
                guard isHigh.contains(true), isHigh.contains(false) else { continue }
                // Edges in turn: top, right, bottom, left; each lies between two corners in turn.
                let edges = [
                    2 * corner, 2 * (corner + 1) + 1, 2 * (corner + width), 2 * corner + 1,
                ]
                for side in 0..<4 where !isHigh[side] && isHigh[(side + 1) % 4] {
                    // Entering the high part at this edge, leave it at the next falling one.
                    let exit = (1...3).map { (side + $0) % 4 }.first {
                        isHigh[$0] && !isHigh[($0 + 1) % 4]
                    }
                    if let exit { next[edges[exit]] = edges[side] }
                }
            }
        }
        return next
    }

    /// Returns where an outline crosses an edge of the lattice.
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

    /// Returns where a node lies; those of the border lie on the nodes beside them.
    private func spot(of node: Int) -> Spot {
        let column = min(max(node % width - 1, 0), x.count - 1)
        let row = min(max(node / width - 1, 0), y.count - 1)
        return Spot(x[column], y[row])
    }
}
