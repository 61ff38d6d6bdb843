/// A line as drawn by a renderer: its visible parts, and marks where it is not visible.
package struct LineTrace: Sendable {
    /// A point at which a line becomes infinite or NaN.
    package struct Failure: Sendable, Hashable {
        /// The position of its mark, in a lane.
        package let spot: Spot
        /// Indicates whether the value is NaN.
        package let isNaN: Bool
        /// Indicates whether the value is minus infinity.
        package let isNegative: Bool
        /// The last position with such a value.
        package var lastX: Double
    }

    /// A point at which a line leaves the plot.
    package struct Exit: Sendable, Hashable {
        /// The position on the edge.
        package let spot: Spot
        /// The direction as a unit vector.
        package let direction: Spot
    }

    /// The visible parts.
    package private(set) var strokes: [[Spot]] = []
    /// The visible points, with their indices.
    package private(set) var stops: [(index: Int, spot: Spot)] = []
    /// The points at which the line becomes infinite or NaN.
    package private(set) var failures: [Failure] = []
    /// The points at which the line leaves the plot.
    package private(set) var exits: [Exit] = []

    /// The previous point.
    private var previous: (spot: Spot, isInLane: Bool)?
    /// Indicates whether the previous point was infinite or NaN.
    private var isFailing = false

    /// Traces a line through a frame.
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

    /// Returns whether a point is visible: between the ends, or in a lane beside them.
    private func isVisible(_ point: (spot: Spot, isInLane: Bool), in frame: PlotFrame) -> Bool {
        guard point.isInLane else { return frame.contains(point.spot) }
        let (x, y) = (point.spot.x, point.spot.y)
        return (frame.x.laneCenters.contains(x) || frame.x.spans(x))
            && (frame.y.laneCenters.contains(y) || frame.y.spans(y))
    }

    /// Adds the visible part of the segment from the previous point.
    private mutating func connect(
        to next: (spot: Spot, isInLane: Bool), in frame: PlotFrame, draws: Bool
    ) {
        guard let previous, draws else {
            if draws && isVisible(next, in: frame) { strokes.append([next.spot]) }
            return
        }
        if previous.isInLane || next.isInLane {
            // Lanes are outside the rectangle, so only the other end is clipped.
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

    /// Extends the last part, or starts a new one.
    private mutating func extend(from: Spot, to: Spot) {
        if strokes.last?.last == from {
            strokes[strokes.count - 1].append(to)
        } else {
            strokes.append([from, to])
        }
    }

    /// Records an infinite value or NaN.
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

    /// Returns the points of a line with markers.
    ///
    /// If there are many, seven are selected at equal distances, different ones for each series.
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
