extension Sheet {
    /// Groups or stacks the bars, and extends the axis to them.
    package mutating func arrangeBars(stacked: Bool, scale: Scale) {
        guard !bars.isEmpty else { return }
        let isLog = scale == .log
        if stacked && isLog {
            addNote("bars on one another have no meaning on a logarithmic scale", about: "")
        }
        if !isLog { y.include(0) }
        var tops: [Double: Double] = [:]
        var bottoms: [Double: Double] = [:]
        for (place, series) in bars.enumerated() {
            for (position, value) in zip(series.positions, series.values) {
                guard let value else { continue }
                var bar = BarShape(
                    slot: position, place: stacked ? 0 : place, count: stacked ? 1 : bars.count,
                    isStacked: stacked && !isLog, base: isLog ? nil : 0, value: value,
                    style: series.style)
                if stacked && !isLog && value.isFinite {
                    let base = (value < 0 ? bottoms[position] : tops[position]) ?? 0
                    bar.base = base
                    bar.value = base + value
                    if value < 0 {
                        bottoms[position] = bar.value
                    } else {
                        tops[position] = bar.value
                    }
                }
                y.include(bar.value)
                shapes.append(.bar(bar))
            }
        }
    }
}
