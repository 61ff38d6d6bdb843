extension FigurePlan {
    /// A description of the figure in sentences: title, axes, the start and end of every series,
    /// notes and caption.
    package var spokenSentences: [String] {
        [title] + (isEmpty ? ["No data"] : [axesSentence] + contents) + notes + [caption]
    }

    /// A sentence with the titles and ranges of the axes.
    private var axesSentence: String {
        let across = x.spokenRange(inset: cellColumns == nil ? 0 : 0.5)
        let up = y.spokenRange(inset: cellRows == nil ? 0 : 0.5)
        return "Across: \(across); up: \(up)"
    }

    /// Sentences about the series and the colored values.
    private var contents: [String] {
        var sentences: [String] = []
        var bars: [Int: [Double]] = [:]
        var order: [Int] = []
        for shape in shapes {
            switch shape {
            case .line(let line): sentences.append(line.sentence)
            case .bar(let bar):
                if bars[bar.style.index] == nil { order.append(bar.style.index) }
                bars[bar.style.index, default: []].append(bar.value)
            case .band(let band):
                let values = (band.lower + band.upper).compactMap { $0 }
                sentences.append(
                    "\(name(of: band.style) ?? "A band") lies \(Self.range(of: values))")
            case .rule(let rule): sentences.append("Reference line at \(Self.spelling(rule.value))")
            case .grid(let grid):
                let count = "\(grid.rows.count) by \(grid.columnCount) cells"
                sentences.append("\(count) \(coloredRange)")
            case .surface: sentences.append("A surface \(coloredRange)")
            case .note(let note): sentences.append("At a point: \(note.text)")
            case .zone, .arrow: break
            }
        }
        return order.map { index in barSentence(index, bars[index] ?? []) } + sentences
    }

    /// Returns a sentence about a series of bars.
    private func barSentence(_ index: Int, _ values: [Double]) -> String {
        let name = legendName(ofBars: index) ?? "Bars"
        guard values.count <= 8 else {
            return "\(name): \(values.count) bars \(Self.range(of: values))"
        }
        return "\(name): \(values.map(Self.spelling).joined(separator: ", "))"
    }

    /// A sentence with the range of the colored values.
    private var coloredRange: String {
        guard let colors else { return "" }
        let ends = [colors.extent.lower, colors.extent.upper].compactMap { $0 }
        let title =
            colors.title.isEmpty ? "colored by value" : "colored by \(colors.title.singleLine)"
        return "\(title), \(Self.range(of: ends))"
    }

    /// Returns the legend's name of a series of bars.
    private func legendName(ofBars index: Int) -> String? {
        legend.first { entry in
            entry.symbols.contains { symbol in
                if case .bar(let style) = symbol { style.index == index } else { false }
            }
        }?.label
    }

    /// Returns the legend's name of a band.
    private func name(of style: SeriesStyle) -> String? {
        legend.first { entry in
            entry.symbols.contains { symbol in
                if case .band(let other) = symbol { other.index == style.index } else { false }
            }
        }?.label
    }

    /// Returns the range of values in words.
    fileprivate static func range(of values: [Double]) -> String {
        let finite = values.filter(\.isFinite)
        guard let low = finite.min(), let high = finite.max() else {
            return "without a finite value"
        }
        let (bottom, top) = (spelling(low), spelling(high))
        return bottom == top ? "at \(bottom)" : "from \(bottom) to \(top)"
    }

    /// Returns a number with three digits, or a word for an infinite value or NaN.
    fileprivate static func spelling(_ value: Double) -> String {
        guard value.isFinite else {
            return value.isNaN ? "not a number" : value < 0 ? "minus infinity" : "infinity"
        }
        return NumberFormat.significant(3).spelling(of: value)
    }
}

extension AxisPlan {
    /// Returns the axis's title, scale and range in words.
    ///
    /// - Parameter inset: how far the first number lies from the end of the axis.
    fileprivate func spokenRange(inset: Double) -> String {
        let name = title.isEmpty ? "" : "\(title), "
        if isCategorical {
            let names = ticks.map(\.label)
            let shown = names.prefix(8).joined(separator: ", ")
            return name + (names.count > 8 ? "\(shown), …" : shown)
        }
        let scale =
            switch transform {
            case .linear: ""
            case .log: ", logarithmic"
            case .symlog: ", linear near zero and logarithmic beyond"
            }
        return name + FigurePlan.range(of: [lowerValue + inset, upperValue - inset]) + scale
    }
}

extension LineShape {
    /// A sentence with the first and last values of the line, and with the extremes beyond them.
    fileprivate var sentence: String {
        let subject =
            name.singleLine.isEmpty ? (isConnected ? "A line" : "Points") : name.singleLine
        let values = points.compactMap { $0?.y }
        let finite = values.filter(\.isFinite)
        guard let first = finite.first, let last = finite.last, let low = finite.min(),
            let high = finite.max()
        else { return "\(subject): no finite value" }
        let count = values.count - finite.count
        let rest = count == 0 ? "" : "; \(count) of \(values.count) values are not finite"
        guard isConnected else {
            return "\(subject): \(values.count) points \(FigurePlan.range(of: finite))\(rest)"
        }
        let (start, end) = (FigurePlan.spelling(first), FigurePlan.spelling(last))
        let (bottom, top) = (FigurePlan.spelling(low), FigurePlan.spelling(high))
        guard bottom != top else { return "\(subject) stays at \(start)\(rest)" }
        var text = "\(subject) goes from \(start) to \(end)"
        if low < min(first, last), bottom != start, bottom != end { text += ", down to \(bottom)" }
        if high > max(first, last), top != start, top != end { text += ", up to \(top)" }
        return text + rest
    }
}
