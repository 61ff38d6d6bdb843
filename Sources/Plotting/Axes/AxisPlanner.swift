internal import Display
internal import Glibc

/// A planner that determines an axis from its settings, the data, and the room for labels.
package struct AxisPlanner: Sendable {
    /// The settings.
    package var axis: Axis
    /// The data along the axis.
    package var extent: Extent
    /// The names of the positions 0, 1, 2, and so on, if the axis has categories.
    package var categories: [String] = []
    /// Indicates whether the axis ends at ticks, as vertical axes do.
    package var endsAtTicks = false
    /// Indicates whether the data fill cells around integers, as bars and heat maps do.
    package var fillsCells = false
    /// The columns that the labels share, or `nil` if each has its own line.
    package var columns: Int?
    /// The minimum distance between two ticks, as a fraction of the axis.
    package var leastGap = 0.0
    /// The maximum number of ticks.
    package var mostTicks = 6

    /// Creates a planner for data.
    package init(axis: Axis, extent: Extent) {
        self.axis = axis
        self.extent = extent
    }

    /// The fully determined axis.
    package var plan: AxisPlan {
        let transform = categories.isEmpty ? axis.scale.transform(for: extent) : .linear
        var notes: [String] = []
        let values = range(under: transform, notes: &notes)
        var best: AxisPlan?
        for count in stride(from: mostTicks, through: 1, by: -1) {
            var (ticks, ends) = ticks(in: values, under: transform, count: count)
            if let range = usableRange(under: transform) { ends = range }
            guard var lower = transform(ends.lowerBound), var upper = transform(ends.upperBound)
            else { continue }
            if !(upper - lower).isNormal { (lower, upper) = (lower - 1, upper + 1) }
            ticks.removeAll { !($0.value >= ends.lowerBound && $0.value <= ends.upperBound) }
            if ticks.isEmpty && categories.isEmpty { ticks = TickLabels.ends(of: ends) }
            ticks = spaced(ticks, under: transform, span: upper - lower)
            let plan = AxisPlan(
                title: axis.title, transform: transform, lower: lower, upper: upper,
                isReversed: axis.isReversed, ticks: ticks, lanes: lanes(under: transform),
                isCategorical: !categories.isEmpty, notes: notes)
            best = plan
            if fits(plan) { break }
        }
        return best
            ?? AxisPlan(
                title: axis.title, transform: .linear, lower: 0, upper: 1,
                isReversed: axis.isReversed, ticks: [], lanes: [], notes: notes)
    }

    // MARK: - Ends

    /// Returns the range of the settings if the scale can show it.
    private func usableRange(under transform: ScaleTransform) -> ClosedRange<Double>? {
        guard categories.isEmpty, let range = axis.range, range.lowerBound < range.upperBound,
            let low = transform(range.lowerBound), let high = transform(range.upperBound),
            (high - low).isNormal
        else { return nil }
        return range
    }

    /// Returns the range of values that the axis must cover, extended so that it is not empty.
    private func range(under transform: ScaleTransform, notes: inout [String]) -> ClosedRange<
        Double
    > {
        let name = axis.title.isEmpty ? "the axis" : "“\(axis.title)”"
        if let range = axis.range, categories.isEmpty, usableRange(under: transform) == nil {
            notes.append("\(name) cannot run from \(range.lowerBound) to \(range.upperBound)")
        }
        if let range = usableRange(under: transform) { return range }
        if !categories.isEmpty { return -0.5...(Double(max(1, categories.count)) - 0.5) }
        if transform == .log {
            if extent.negativeCount > 0 {
                let values =
                    extent.negativeCount == 1
                    ? "1 negative value has" : "\(extent.negativeCount) negative values have"
                notes.append("\(values) no place on the logarithmic scale of \(name)")
            }
            guard let low = extent.smallestPositive, let high = extent.upper else { return 0.1...1 }
            if low < high { return low...high }
            let least = Double.leastNonzeroMagnitude
            return max(least, low / 2)...min(.greatestFiniteMagnitude, high * 2)
        }
        guard let low = extent.lower, let high = extent.upper else { return 0...1 }
        if fillsCells { return (low - 0.5)...(high + 0.5) }
        if low < high && (high / 4 - low / 4).isNormal { return low...high }
        let reach = low == 0 || extent.isIntegral && low.magnitude < 1e3 ? 1 : low.magnitude * 0.1
        let (margin, greatest) = (max(reach, 1e-300), Double.greatestFiniteMagnitude)
        return max(low - margin, -greatest)...min(high + margin, greatest)
    }

    /// Returns the lanes that the data need.
    private func lanes(under transform: ScaleTransform) -> [Lane] {
        var lanes: [Lane] = []
        if transform == .log && extent.hasZero { lanes.append(.zero) }
        if extent.hasNegativeInfinity { lanes.append(.minusInfinity) }
        if extent.hasInfinity || extent.hasNaN {
            lanes.append(.notFinite(hasInfinity: extent.hasInfinity, hasNaN: extent.hasNaN))
        }
        return lanes
    }

    // MARK: - Ticks

    /// Returns ticks for a range, and the ends of an axis with these ticks.
    private func ticks(
        in range: ClosedRange<Double>, under transform: ScaleTransform, count: Int
    ) -> (ticks: [Tick], ends: ClosedRange<Double>) {
        if !categories.isEmpty { return (names(count: count), range) }
        if case .at(let values) = axis.ticks {
            return (TickLabels.labeled(values.filter(\.isFinite).sorted(), on: transform), range)
        }
        switch transform {
        case .linear: return linearTicks(in: range, count: count, labeledOn: transform)
        case .log:
            let decades = LogTicks(
                from: range.lowerBound, to: range.upperBound, count: count, covers: endsAtTicks)
            guard let decades else {
                return linearTicks(in: range, count: count, labeledOn: transform)
            }
            return (TickLabels.labeled(decades.values, on: transform), decades.ends)
        case .symlog(let threshold):
            let ticks = SymmetricLogTicks(
                from: range.lowerBound, to: range.upperBound, threshold: threshold, count: count)
            let ends = endsAtTicks ? ticks.ends : range
            guard ticks.values.count(where: ends.contains) > 1 else {
                return linearTicks(in: range, count: count, labeledOn: transform)
            }
            return (TickLabels.labeled(ticks.values, on: transform), ends)
        }
    }

    /// Returns ticks for approximately the given number of names.
    private func names(count: Int) -> [Tick] {
        let every = max(1, (categories.count + count - 1) / count)
        let isThin = columns != nil && count < mostTicks
        let shown = categories.indices.filter { !isThin || $0 % every == 0 }
        return shown.map { Tick(Double($0), label: categories[$0]) }
    }

    /// Returns round numbers, and the ends of an axis with these ticks.
    private func linearTicks(
        in range: ClosedRange<Double>, count: Int, labeledOn transform: ScaleTransform
    ) -> (ticks: [Tick], ends: ClosedRange<Double>) {
        let covers = endsAtTicks && usableRange(under: transform) == nil && !fillsCells
        let integers = axis.ticks == .integers || (extent.isIntegral && !endsAtTicks) || fillsCells
        let values = LinearTicks(
            from: range.lowerBound, to: range.upperBound, count: count, covers: covers,
            integers: integers
        ).values
        let ticks =
            values.isEmpty
            ? TickLabels.ends(of: range) : TickLabels.labeled(values, on: .linear)
        guard covers, let first = values.first, let last = values.last, transform(first) != nil
        else { return (ticks, range) }
        return (ticks, min(first, range.lowerBound)...max(last, range.upperBound))
    }

    /// Returns the ticks without those whose labels would overlap the one below.
    private func spaced(
        _ ticks: [Tick], under transform: ScaleTransform, span: Double
    ) -> [Tick] {
        guard categories.isEmpty, !fillsCells else { return ticks }
        var kept: [Tick] = []
        for tick in ticks {
            if let last = kept.last.flatMap({ transform($0.value) }),
                let place = transform(tick.value),
                (place - last) / span < leastGap
            {
                continue
            }
            kept.append(tick)
        }
        return kept
    }

    /// Returns whether the labels of a plan fit side by side.
    private func fits(_ plan: AxisPlan) -> Bool {
        guard let columns else { return true }
        var end = -Double.infinity
        for tick in plan.ticks {
            guard case .fraction(let fraction)? = plan.position(of: tick.value) else { continue }
            // ASCII labels can be longer, and wide letters in an SVG exceed a column.
            let pixels = TextMetrics.tick.width(of: tick.label) / 7.5
            let width = max(Double(tick.label(in: .ascii).columns), pixels)
            let center = fraction * Double(columns - 1)
            if center - width / 2 < end + 1.5 { return false }
            end = center + width / 2
        }
        return true
    }
}
