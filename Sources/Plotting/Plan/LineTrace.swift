/// A line as a renderer draws it: what is visible of it, and what must be said where it is not.
package struct LineTrace: Sendable {
    /// A place where a line turned infinite or not a number.
    package struct Failure: Sendable, Hashable {
        /// Where its mark stands, in a lane.
        package let spot: Spot
        /// The value.
        package let isNaN: Bool
        /// Whether the value is below every number.
        package let isNegative: Bool
        /// How far the value stays that way.
        package var lastX: Double
    }

    /// A place where a line leaves the plot.
    package struct Exit: Sendable, Hashable {
        /// The place on the edge.
        package let spot: Spot
        /// The direction, one unit long.
        package let direction: Spot
    }

    /// The visible stretches.
    package private(set) var strokes: [[Spot]] = []
    /// The visible points, by their number among all points.
    package private(set) var stops: [(index: Int, spot: Spot)] = []
    /// Where the line turned infinite or not a number.
    package private(set) var failures: [Failure] = []
    /// Where the line leaves the plot.
    package private(set) var exits: [Exit] = []

    /// The point before the one at hand.
    private var previous: (spot: Spot, isInLane: Bool)?
    /// Whether the point before the one at hand was infinite or not a number.
    private var isFailing = false

    /// Follows a line through a frame.
    package init(_ line: LineShape, in frame: PlotFrame) {
        for (index, point) in line.points.enumerated() {
            guard let point, let next = frame.spot(of: point),
                frame.x.plan.position(of: point.x) != nil
            else {
                isFailing = false
                previous = nil
                continue
            }
            if point.y.isFinite && point.x.isFinite {
                isFailing = false
                connect(to: next, in: frame, draws: line.isConnected)
                if isVisible(next, in: frame) { stops.append((index, next.spot)) }
                previous = next
            } else {
                fail(at: next, value: point.y, in: frame, connects: line.isConnected)
            }
        }
    }

    /// Returns whether a point can be seen: between the ends, or in a lane beside them.
    private func isVisible(_ point: (spot: Spot, isInLane: Bool), in frame: PlotFrame) -> Bool {
        guard point.isInLane else { return frame.contains(point.spot) }
        let (x, y) = (point.spot.x, point.spot.y)
        return (frame.x.laneCenters.contains(x) || frame.x.spans(x))
            && (frame.y.laneCenters.contains(y) || frame.y.spans(y))
    }

    /// Draws the way from the previous point, as far as it is visible.
    private mutating func connect(
        to next: (spot: Spot, isInLane: Bool), in frame: PlotFrame, draws: Bool
    ) {
        guard let previous, draws else {
            if draws && isVisible(next, in: frame) { strokes.append([next.spot]) }
            return
        }
        if previous.isInLane || next.isInLane {
            // Lanes lie outside the rectangle, so the way is clipped at the edge of the point only.
            guard isVisible(previous, in: frame), isVisible(next, in: frame) else {
                if isVisible(next, in: frame) { strokes.append([next.spot]) }
                return
            }
            return extend(from: previous.spot, to: next.spot)
        }
        guard let part = frame.visiblePart(from: previous.spot, to: next.spot) else { return }
        let way = Spot(next.spot.x - previous.spot.x, next.spot.y - previous.spot.y)
        let along = { (fraction: Double) in
            Spot(previous.spot.x + way.x * fraction, previous.spot.y + way.y * fraction)
        }
        let from = part.lowerBound == 0 ? previous.spot : along(part.lowerBound)
        let to = part.upperBound == 1 ? next.spot : along(part.upperBound)
        extend(from: from, to: to)
        if part.upperBound < 1, part.upperBound > part.lowerBound {
            let length = (way.x * way.x + way.y * way.y).squareRoot()
            exits.append(Exit(spot: to, direction: Spot(way.x / length, way.y / length)))
        }
    }

    /// Adds a piece to the last stretch, or starts a new one.
    private mutating func extend(from: Spot, to: Spot) {
        if strokes.last?.last == from {
            strokes[strokes.count - 1].append(to)
        } else {
            strokes.append([from, to])
        }
    }

    /// Marks a value that is infinite or not a number.
    private mutating func fail(
        at next: (spot: Spot, isInLane: Bool), value: Double, in frame: PlotFrame, connects: Bool
    ) {
        guard frame.x.spans(next.spot.x) else { return previous = nil }
        if isFailing, !failures.isEmpty {
            failures[failures.count - 1].lastX = next.spot.x
            return
        }
        if connects, value.isInfinite, let previous, isVisible(previous, in: frame) {
            extend(from: previous.spot, to: next.spot)
        }
        failures.append(
            Failure(
                spot: next.spot, isNaN: value.isNaN, isNegative: value < 0, lastX: next.spot.x))
        isFailing = true
        previous = nil
    }

    /// Returns which of a line's points get a marker.
    ///
    /// Where there are many, seven are picked at equal distances, different ones for each series.
    package func marked(_ line: LineShape, seriesCount: Int) -> [Spot] {
        let all = stops.map(\.spot)
        switch line.markers {
        case .none: return []
        case .all: return all
        case .automatic:
            if all.count <= 24 || !line.isConnected { return all }
            guard seriesCount > 1 && !line.isPath else { return [] }
            let stride = Double(all.count) / 7
            let offset = stride * (0.25 + 0.5 * Double(line.style.index.magnitudeModulo(4)) / 3)
            return (0..<7).map { all[min(all.count - 1, Int(offset + stride * Double($0)))] }
        }
    }
}
