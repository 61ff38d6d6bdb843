/// The data of a path element.
package struct SVGPath: Sendable {
    /// The commands.
    package private(set) var data = ""

    /// Creates an empty path.
    package init() {}

    /// Creates a path through positions.
    package init(_ spots: [Spot], isClosed: Bool = false) {
        add(spots, isClosed: isClosed)
    }

    /// Adds a path through positions.
    package mutating func add(_ spots: [Spot], isClosed: Bool = false) {
        for (index, spot) in spots.enumerated() {
            data += index == 0 ? "M" : "L"
            data += SVGWriter.number(spot.x) + " " + SVGWriter.number(spot.y)
        }
        if isClosed && !spots.isEmpty { data += "Z" }
    }

    /// Adds a rectangle.
    package mutating func add(_ box: Box) {
        let width = SVGWriter.number(box.right - box.left)
        data += "M\(SVGWriter.number(box.left)) \(SVGWriter.number(box.top))h\(width)"
        data += "v\(SVGWriter.number(box.bottom - box.top))h-\(width)z"
    }

    /// Returns the outline of a marker.
    package static func marker(_ shape: MarkerShape, at spot: Spot, radius: Double) -> SVGPath {
        let corner = { (x: Double, y: Double) in Spot(spot.x + x * radius, spot.y + y * radius) }
        switch shape {
        case .circle:
            var path = SVGPath()
            let r = SVGWriter.number(radius)
            let d = SVGWriter.number(2 * radius)
            path.data =
                "M\(SVGWriter.number(spot.x - radius)) \(SVGWriter.number(spot.y))"
                + "a\(r) \(r) 0 1 0 \(d) 0a\(r) \(r) 0 1 0 -\(d) 0z"
            return path
        case .triangle:
            return SVGPath([corner(0, -1.2), corner(1.1, 0.8), corner(-1.1, 0.8)], isClosed: true)
        case .downTriangle:
            return SVGPath([corner(0, 1.2), corner(1.1, -0.8), corner(-1.1, -0.8)], isClosed: true)
        case .square:
            return SVGPath(
                [corner(-0.9, -0.9), corner(0.9, -0.9), corner(0.9, 0.9), corner(-0.9, 0.9)],
                isClosed: true)
        case .diamond:
            return SVGPath(
                [corner(0, -1.25), corner(1.25, 0), corner(0, 1.25), corner(-1.25, 0)],
                isClosed: true)
        case .cross:
            let a = 0.35, b = 1.05
            return SVGPath(
                [
                    corner(-b, -b + a), corner(-b + a, -b), corner(0, -a), corner(b - a, -b),
                    corner(b, -b + a), corner(a, 0), corner(b, b - a), corner(b - a, b),
                    corner(0, a), corner(-b + a, b), corner(-b, b - a), corner(-a, 0),
                ], isClosed: true)
        }
    }

    /// Returns an arrow head with its tip at a position, pointing along a unit vector.
    package static func arrowHead(at tip: Spot, direction: Spot, size: Double) -> SVGPath {
        let back = Spot(tip.x - direction.x * size, tip.y - direction.y * size)
        let side = Spot(-direction.y * size * 0.5, direction.x * size * 0.5)
        return SVGPath(
            [tip, Spot(back.x + side.x, back.y + side.y), Spot(back.x - side.x, back.y - side.y)],
            isClosed: true)
    }
}
